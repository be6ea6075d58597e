import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'no subject',
      ...guide(measure('weight', { subject: undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.subject' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
