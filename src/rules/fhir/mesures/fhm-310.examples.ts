import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'a BMI', ...guide(measure('bmi')) }],
  failed: [
    {
      title: 'a reason in place of the value',
      ...guide(
        measure('bmi', {
          valueQuantity: undefined,
          dataAbsentReason: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'error' }],
          },
        }),
      ),
      findings: [{ messageId: 'missing', path: 'Observation.value[x]' }],
    },
  ],
  inapplicable: [{ title: 'a weight may lack one', ...guide(measure('weight')) }],
};
