import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
    { title: 'a literal reference', ...guide(measure('weight', { subject: { reference: 'Patient/42' } })) },
  ],
  failed: [
    {
      title: 'a group',
      ...guide(measure('weight', { subject: { reference: 'Group/42' } })),
      findings: [{ messageId: 'target', path: 'Observation.subject.reference' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
