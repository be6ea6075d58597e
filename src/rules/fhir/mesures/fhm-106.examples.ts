import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'no status',
      ...guide(measure('weight', { status: undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.status' }],
    },
    {
      title: 'a repeated period start',
      ...guide(measure('oxygen', { partOf: [{ display: 'a' }, { display: 'b' }] })),
      findings: [{ messageId: 'extra', path: 'Observation.partOf[1]' }],
    },
  ],
};
