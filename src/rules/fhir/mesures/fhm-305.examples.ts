import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'French words', ...guide(measure('weight', { 'valueQuantity.unit': 'kilogrammes' })) },
  ],
  failed: [
    {
      title: 'pounds in words, kg as code',
      ...guide(measure('weight', { 'valueQuantity.unit': 'lb' })),
      findings: [{ messageId: 'differs', path: 'Observation.valueQuantity.unit' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
