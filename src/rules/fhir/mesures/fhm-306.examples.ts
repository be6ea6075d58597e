import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'a premature baby', ...guide(measure('weight', { 'valueQuantity.value': 0.62 })) },
  ],
  failed: [
    {
      title: 'a weight nobody has',
      ...guide(measure('weight', { 'valueQuantity.value': 0.02 })),
      findings: [{ messageId: 'outside', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'a saturation above 100',
      ...guide(measure('oxygen', { 'valueQuantity.value': 104 })),
      findings: [{ messageId: 'outside', path: 'Observation.valueQuantity.value' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
