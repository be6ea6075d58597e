import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'the value as a string',
      ...guide(measure('weight', { 'valueQuantity.value': '68.4' })),
      findings: [{ messageId: 'form', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'an object in place of an array',
      ...guide(measure('weight', { category: { text: 'x' } })),
      findings: [{ messageId: 'form', path: 'Observation.category' }],
    },
  ],
};
