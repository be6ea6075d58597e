import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'mg/dL', ...guide(measure('glucose')) },
    { title: 'at the API', ...api(measure('glucose', {}, 'api')) },
  ],
  failed: [
    {
      title: 'a length',
      ...guide(measure('glucose', { 'valueQuantity.code': 'cm' })),
      findings: [{ messageId: 'otherQuantity', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'mg/100ml',
      ...guide(measure('glucose', { 'valueQuantity.code': 'mg/100ml%' })),
      findings: [{ messageId: 'notUcum', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'mmol/L with the code of mmol/L, whose kind is unknown',
      ...guide(measure('glucose', { 'code.coding[0].code': '15074-8', 'valueQuantity.code': 'mmol/L' })),
      findings: [{ messageId: 'code', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'mmol/L',
      ...guide(measure('glucose', { 'valueQuantity.code': 'mmol/L', 'valueQuantity.value': 5.2 })),
      findings: [{ messageId: 'convertible', path: 'Observation.valueQuantity.code' }],
    },
    {
      title: 'mg/dl in lower case',
      ...guide(measure('glucose', { 'valueQuantity.code': 'mg/dl' })),
      findings: [{ messageId: 'convertible', path: 'Observation.valueQuantity.code' }],
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
