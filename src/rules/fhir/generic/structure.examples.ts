import type { Examples } from '../../examples.js';
import { patient, weight } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'a weight', fhir: { resource: weight() } },
    { title: 'a contained patient', fhir: { resource: weight({ contained: [{ ...patient(), id: 'p' }] }) } },
  ],
  failed: [
    {
      title: 'nothing in an object',
      fhir: { resource: weight({ method: {}, bodySite: { id: 'a' } }) },
      findings: [
        { messageId: 'empty', path: 'Observation.method' },
        { messageId: 'empty', path: 'Observation.bodySite' },
      ],
    },
    {
      title: 'an empty array and a null',
      fhir: { resource: weight({ note: [], method: null }) },
      findings: [
        { messageId: 'emptyArray', path: 'Observation.note' },
        { messageId: 'null', path: 'Observation.method' },
      ],
    },
    {
      title: 'arrays where there are none, and the reverse',
      fhir: { resource: weight({ note: { text: 'a' }, status: ['final'] }) },
      findings: [
        { messageId: 'arrayUnexpected', path: 'Observation.status[0]' },
        { messageId: 'arrayExpected', path: 'Observation.note' },
      ],
    },
    {
      title: 'objects and primitive values confused',
      fhir: { resource: weight({ method: 'scale', issued: { value: 'a' } }) },
      findings: [
        { messageId: 'objectExpected', path: 'Observation.method' },
        { messageId: 'primitiveExpected', path: 'Observation.issued' },
      ],
    },
    {
      title: 'a number in quotes',
      fhir: { resource: weight({ valueQuantity: { value: '68.4' } }) },
      findings: [{ messageId: 'wrongJsonType', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'contained resources without a type, or of no type of R4',
      fhir: { resource: weight({ contained: [{ language: 'fr' }, { resourceType: 'Mesure', id: 'b' }] }) },
      findings: [
        { messageId: 'noResourceType', path: 'Observation.contained[0]' },
        { messageId: 'unknownResourceType', path: 'Observation.contained[1]' },
      ],
    },
  ],
};
