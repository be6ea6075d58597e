import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'the profile of another family', ...guide(measure('weight', {}, 'api')) },
  ],
  failed: [
    {
      title: 'a height as a weight',
      ...guide(measure('weight', { 'code.coding[0].code': '8302-2' })),
      findings: [{ messageId: 'contradicts', path: 'Observation.meta.profile[0]' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
