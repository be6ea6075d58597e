import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'two at 3.2.0', ...guide(measure('head')) },
    { title: 'one at the API', ...api(measure('head', {}, 'api')) },
  ],
  failed: [
    {
      title: 'one at 3.2.0',
      ...guide(measure('head', { 'code.coding[0]': undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.code.coding' }],
    },
    {
      title: 'two at the API',
      ...api(measure('head', { 'code.coding[1]': { system: 'http://loinc.org', code: '9843-4' } }, 'api')),
      findings: [{ messageId: 'extra', path: 'Observation.code.coding[1]' }],
    },
  ],
  inapplicable: [{ title: 'a weight', ...guide(measure('weight')) }],
};
