import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'a misspelt name',
      ...guide(measure('weight', { valeurQuantity: 3 })),
      findings: [{ messageId: 'form', path: 'Observation.valeurQuantity' }],
    },
    {
      title: 'inside the quantity',
      ...guide(measure('weight', { 'valueQuantity.units': 'kg' })),
      findings: [{ messageId: 'form', path: 'Observation.valueQuantity.units' }],
    },
  ],
};
