import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'steps', ...guide(measure('steps')) }],
  failed: [
    {
      title: 'a mean heart rate',
      ...guide(measure('heartRate', { 'valueQuantity.value': 66.4 })),
      findings: [{ messageId: 'notACount', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'negative steps',
      ...guide(measure('steps', { 'valueQuantity.value': -5 })),
      findings: [{ messageId: 'notACount', path: 'Observation.valueQuantity.value' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
