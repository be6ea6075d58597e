import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'both', ...guide(measure('bloodPressure')) },
    { title: 'at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'systolic alone',
      ...guide(measure('bloodPressure', { 'component[1]': undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.component' }],
    },
    {
      title: 'the same code twice',
      ...guide(measure('bloodPressure', { 'component[1].code.coding[0].code': '8480-6' })),
      findings: [
        { messageId: 'extra', path: 'Observation.component[1]' },
        { messageId: 'missing', path: 'Observation.component' },
      ],
    },
  ],
  inapplicable: [{ title: 'a weight', ...guide(measure('weight')) }],
};
