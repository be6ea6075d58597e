import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'valid weight', ...guide(measure('weight')) }],
  failed: [
    {
      title: 'entered in error',
      ...guide(measure('weight', { status: 'entered-in-error' })),
      findings: [{ messageId: 'unusual', path: 'Observation.status' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
