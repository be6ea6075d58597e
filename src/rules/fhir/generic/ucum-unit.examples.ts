import type { Examples } from '../../examples.js';
import { weight } from './example-resources.js';

const quantity = (code: string, system = 'http://unitsofmeasure.org') =>
  weight({ valueQuantity: { value: 1, system, code } });

export const examples: Examples = {
  passed: [
    { title: 'kg', fhir: { resource: weight() } },
    { title: 'steps per day', fhir: { resource: quantity('1/(24.h)') } },
    { title: 'another system of units', fhir: { resource: quantity('Kg', 'urn:oid:1.2.3') } },
  ],
  failed: [
    {
      title: 'Kg',
      fhir: { resource: quantity('Kg') },
      findings: [{ messageId: 'notAUnit', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'mmHg',
      fhir: { resource: quantity('mmHg') },
      findings: [{ messageId: 'notAUnit', path: 'Observation.valueQuantity.code' }],
    },
  ],
};
