import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'mg/dL', ...guide(measure('glucose')) },
    { title: 'at the API', ...api(measure('glucose', {}, 'api')) },
  ],
  failed: [
    {
      title: 'mmol/L',
      ...guide(measure('glucose', { 'valueQuantity.code': 'mmol/L', 'valueQuantity.value': 5.2 })),
      findings: [{ messageId: 'code', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'mg/dl in lower case',
      ...guide(measure('glucose', { 'valueQuantity.code': 'mg/dl' })),
      findings: [{ messageId: 'code', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'no code',
      ...guide(measure('glucose', { 'valueQuantity.code': undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'another system of units',
      ...guide(measure('glucose', { 'valueQuantity.system': 'http://snomed.info/sct' })),
      findings: [{ messageId: 'value', path: 'Observation.valueQuantity.system' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
