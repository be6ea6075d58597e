import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
    {
      title: 'a waist without unit text: its profile does not ask for it',
      ...guide(measure('waist', { 'valueQuantity.unit': undefined })),
    },
  ],
  failed: [
    {
      title: 'no unit text',
      ...guide(measure('weight', { 'valueQuantity.unit': undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.valueQuantity.unit' }],
    },
    {
      title: 'no value',
      ...guide(measure('weight', { 'valueQuantity.value': undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.valueQuantity.value' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
