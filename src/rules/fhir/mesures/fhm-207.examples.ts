import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
    { title: 'the day only', ...guide(measure('weight', { effectiveDateTime: '2026-03-02' })) },
  ],
  failed: [
    {
      title: 'the month only',
      ...guide(measure('weight', { effectiveDateTime: '2026-03' })),
      findings: [{ messageId: 'broken', path: 'Observation.effectiveDateTime' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
