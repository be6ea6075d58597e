import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'no category',
      ...guide(measure('weight', { category: undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.category' }],
    },
    {
      title: 'another code',
      ...guide(measure('weight', { 'category[0].coding[0].code': 'exam' })),
      findings: [{ messageId: 'missing', path: 'Observation.category' }],
    },
    {
      title: 'twice',
      ...guide(measure('weight', { 'category[1]': measure('weight').category?.[0 as never] })),
      findings: [{ messageId: 'extra', path: 'Observation.category[1]' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
