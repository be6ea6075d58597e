import type { Examples } from '../../examples.js';
import { weight } from './example-resources.js';

const reason = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }],
});

export const examples: Examples = {
  passed: [
    { title: 'a code of the set', fhir: { resource: weight({ dataAbsentReason: reason('unknown') }) } },
    { title: 'text alone', fhir: { resource: weight({ dataAbsentReason: { text: 'balance en panne' } }) } },
  ],
  failed: [
    {
      title: 'a code outside the set',
      fhir: { resource: weight({ dataAbsentReason: reason('broken-scale') }) },
      findings: [{ messageId: 'notInValueSet', path: 'Observation.dataAbsentReason.coding[0].code' }],
    },
  ],
};
