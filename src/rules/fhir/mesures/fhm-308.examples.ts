import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'valid weight', ...guide(measure('weight')) }],
  failed: [
    {
      title: 'below',
      ...guide(measure('weight', { 'valueQuantity.comparator': '<' })),
      findings: [{ messageId: 'comparator', path: 'Observation.valueQuantity.comparator' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
