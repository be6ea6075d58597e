import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'a height in centimetres', ...guide(measure('height')) },
  ],
  failed: [
    {
      title: 'grams with kg',
      ...guide(measure('weight', { 'valueQuantity.value': 68400 })),
      findings: [{ messageId: 'slip', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'metres with cm',
      ...guide(measure('height', { 'valueQuantity.value': 1.72 })),
      findings: [{ messageId: 'slip', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'Fahrenheit with Cel',
      ...guide(measure('temperature', { 'valueQuantity.value': 98.6 })),
      findings: [{ messageId: 'slip', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'mmol/L with mg/dL',
      ...guide(measure('glucose', { 'valueQuantity.value': 5.2 })),
      findings: [{ messageId: 'slip', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'cmHg with mm[Hg]',
      ...guide(
        measure('bloodPressure', { 'component[0].valueQuantity.value': 12, 'component[1].valueQuantity.value': 8 }),
      ),
      findings: [
        { messageId: 'slip', path: 'Observation.component[0].valueQuantity.value' },
        { messageId: 'slip', path: 'Observation.component[1].valueQuantity.value' },
      ],
    },
    {
      title: 'a fraction with %',
      ...guide(measure('oxygen', { 'valueQuantity.value': 0.97 })),
      findings: [{ messageId: 'slip', path: 'Observation.valueQuantity.value' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
