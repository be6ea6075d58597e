import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'grams',
      ...guide(measure('weight', { 'valueQuantity.code': 'g' })),
      findings: [{ messageId: 'value', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'Kg',
      ...guide(measure('weight', { 'valueQuantity.code': 'Kg' })),
      findings: [{ messageId: 'value', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'no code',
      ...guide(measure('heartRate', { 'valueQuantity.code': undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'bpm',
      ...guide(measure('heartRate', { 'valueQuantity.code': 'bpm' })),
      findings: [{ messageId: 'value', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: '°C',
      ...guide(measure('temperature', { 'valueQuantity.code': '°C' })),
      findings: [{ messageId: 'value', path: 'Observation.valueQuantity.code' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
