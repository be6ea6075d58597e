import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'one of our own',
      ...guide(measure('weight', { modifierExtension: [{ url: 'https://example.org/negation', valueBoolean: true }] })),
      findings: [{ messageId: 'form', path: 'Observation.modifierExtension[0]' }],
    },
  ],
};
