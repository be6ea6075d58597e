import type { Examples } from '../../examples.js';
import { api, EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'an old spelling',
      ...guide(measure('weight', { extension: [{ url: `${EXTENSION}mes-reason-for-measurement`, valueString: 'x' }] })),
      findings: [{ messageId: 'form', path: 'Observation.extension[0]' }],
    },
  ],
};
