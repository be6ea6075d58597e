import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'an empty text',
      ...guide(measure('weight', { 'valueQuantity.unit': '' })),
      findings: [{ messageId: 'form', path: 'Observation.valueQuantity.unit' }],
    },
    {
      title: 'an empty array',
      ...guide(measure('weight', { note: [] })),
      findings: [{ messageId: 'form', path: 'Observation.note' }],
    },
    {
      title: 'null',
      ...guide(measure('weight', { issued: null })),
      findings: [{ messageId: 'form', path: 'Observation.issued' }],
    },
  ],
};
