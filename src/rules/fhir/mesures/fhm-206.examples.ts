import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
    {
      title: 'steps over a period',
      ...guide(
        measure('steps', { effectiveDateTime: undefined, effectivePeriod: { start: '2026-03-04', end: '2026-03-04' } }),
      ),
    },
  ],
  failed: [
    {
      title: 'no date',
      ...guide(measure('weight', { effectiveDateTime: undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.effective[x]' }],
    },
    {
      title: 'a period for a blood pressure',
      ...guide(measure('bloodPressure', { effectiveDateTime: undefined, effectivePeriod: { start: '2026-03-04' } })),
      findings: [{ messageId: 'type', path: 'Observation.effectivePeriod' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
