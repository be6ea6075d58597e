import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
    { title: 'a range with a text', ...guide(measure('glucose', { referenceRange: [{ text: '70-110 mg/dL' }] })) },
  ],
  failed: [
    {
      title: 'only its kind',
      ...guide(measure('weight', { referenceRange: [{ type: { text: 'normal' } }] })),
      findings: [{ messageId: 'broken', path: 'Observation.referenceRange[0]' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
