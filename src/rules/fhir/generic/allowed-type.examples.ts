import type { Examples } from '../../examples.js';
import { HL7, profiled, weight } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'a text is a type of value[x] in R4',
      fhir: { resource: weight({ valueQuantity: undefined, valueString: 'a' }) },
    },
  ],
  failed: [
    {
      title: 'a text where the profile wants a quantity',
      fhir: { resource: profiled(`${HL7}bodyweight`, { valueQuantity: undefined, valueString: 'a' }) },
      findings: [{ messageId: 'typeNotAllowed', path: 'Observation.valueString' }],
    },
    {
      title: 'a type R4 does not allow there',
      fhir: { resource: weight({ effectiveDateTime: undefined, effectiveString: 'hier' }) },
      findings: [{ messageId: 'typeNotAllowed', path: 'Observation.effectiveString' }],
    },
  ],
};
