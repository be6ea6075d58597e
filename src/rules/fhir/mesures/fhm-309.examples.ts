import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'valid weight', ...guide(measure('weight')) }],
  failed: [
    {
      title: 'an unrounded conversion',
      ...guide(measure('weight', { 'valueQuantity.value': 68.39912 })),
      findings: [{ messageId: 'tooPrecise', path: 'Observation.valueQuantity.value' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
