import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'a length for a weight',
      ...guide(measure('weight', { 'valueQuantity.code': 'cm' })),
      findings: [{ messageId: 'otherQuantity', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'another system of units',
      ...guide(measure('weight', { 'valueQuantity.system': 'http://snomed.info/sct' })),
      findings: [{ messageId: 'value', path: 'Observation.valueQuantity.system' }],
    },
    {
      title: 'grams',
      ...guide(measure('weight', { 'valueQuantity.code': 'g' })),
      findings: [{ messageId: 'convertible', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'Kg',
      ...guide(measure('weight', { 'valueQuantity.code': 'Kg' })),
      findings: [{ messageId: 'notUcum', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'no code',
      ...guide(measure('heartRate', { 'valueQuantity.code': undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'bpm',
      ...guide(measure('heartRate', { 'valueQuantity.code': 'bpm' })),
      findings: [{ messageId: 'notUcum', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: '°C',
      ...guide(measure('temperature', { 'valueQuantity.code': '°C' })),
      findings: [{ messageId: 'notUcum', path: 'Observation.valueQuantity.code' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
