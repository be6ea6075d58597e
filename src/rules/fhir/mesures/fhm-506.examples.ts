import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'blood glucose', ...guide(measure('glucose')) }],
  failed: [
    {
      title: 'the mmol/L code',
      ...guide(measure('glucose', { 'code.coding[0].code': '15074-8' })),
      findings: [{ messageId: 'code', path: 'Observation.code.coding[0].code' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
