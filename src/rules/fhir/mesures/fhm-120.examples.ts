import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'valid weight', ...guide(measure('weight')) }],
  failed: [
    {
      title: 'no meta',
      ...guide(measure('weight', { meta: undefined })),
      findings: [{ messageId: 'absent', path: 'Observation.meta.profile' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
