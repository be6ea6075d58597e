import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'an integer',
      ...guide(measure('pain', { valueQuantity: undefined, valueInteger: 3 })),
      findings: [{ messageId: 'type', path: 'Observation.valueInteger' }],
    },
    {
      title: 'a text',
      ...guide(measure('weight', { valueQuantity: undefined, valueString: '68 kg' })),
      findings: [{ messageId: 'type', path: 'Observation.valueString' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
