import type { Examples } from '../../examples.js';
import { patient, weight } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'a weight', fhir: { resource: weight() } },
    { title: 'a value with an id beside it', fhir: { resource: patient({ _birthDate: { id: 'b' } }) } },
  ],
  failed: [
    {
      title: 'properties of no type, at the top and inside',
      fhir: { resource: weight({ valeur: 1, subject: { display: 'a', ref: 'b' } }) },
      findings: [
        { messageId: 'unknown', path: 'Observation.subject.ref' },
        { messageId: 'unknown', path: 'Observation.valeur' },
      ],
    },
    {
      title: 'a property named like a part of JavaScript',
      fhir: { resource: '{"resourceType":"Basic","code":{"text":"a"},"__proto__":{"a":1},"constructor":1}' },
      findings: [
        { messageId: 'unknown', path: 'Basic.__proto__' },
        { messageId: 'unknown', path: 'Basic.constructor' },
      ],
    },
  ],
};
