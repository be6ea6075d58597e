import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'a status of our own',
      ...guide(measure('weight', { status: 'done' })),
      findings: [{ messageId: 'code', path: 'Observation.status' }],
    },
    {
      title: 'a wrong comparator',
      ...guide(measure('weight', { 'valueQuantity.comparator': '~' })),
      findings: [{ messageId: 'code', path: 'Observation.valueQuantity.comparator' }],
    },
  ],
};
