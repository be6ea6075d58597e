import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'no value', ...guide(measure('bloodPressure')) }],
  failed: [
    {
      title: 'a value at the root',
      ...guide(
        measure('bloodPressure', {
          valueQuantity: { value: 124, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
        }),
      ),
      findings: [{ messageId: 'extra', path: 'Observation.valueQuantity' }],
    },
  ],
  inapplicable: [{ title: 'a weight', ...guide(measure('weight')) }],
};
