import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'no time zone',
      ...guide(measure('weight', { effectiveDateTime: '2026-03-02T07:40:00' })),
      findings: [{ messageId: 'form', path: 'Observation.effectiveDateTime' }],
    },
    {
      title: 'a French date',
      ...guide(measure('weight', { issued: '02/03/2026' })),
      findings: [{ messageId: 'form', path: 'Observation.issued' }],
    },
  ],
};
