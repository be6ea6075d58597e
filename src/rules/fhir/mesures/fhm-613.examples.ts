import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'blood glucose', ...guide(measure('glucose')) }],
  failed: [
    {
      title: 'HbA1c in the glucose profile',
      ...guide(measure('glucose', { 'code.coding[0].code': '4548-4' })),
      findings: [{ messageId: 'hba1c', path: 'Observation.code.coding[0]' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
