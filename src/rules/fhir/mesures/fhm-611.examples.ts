import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'mg/dL for blood', ...guide(measure('glucose')) }],
  failed: [
    {
      title: '% for blood',
      ...guide(measure('glucose', { 'valueQuantity.code': '%', 'valueQuantity.value': 12 })),
      findings: [{ messageId: 'otherUnit', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'HbA1c in mg/dL at the API',
      ...api(measure('glucose', { 'code.coding[0].code': '4548-4' }, 'api')),
      findings: [{ messageId: 'otherUnit', path: 'Observation.valueQuantity.code' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
