import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'in mm[Hg]', ...guide(measure('bloodPressure')) }],
  failed: [
    {
      title: 'kilopascals',
      ...guide(measure('bloodPressure', { 'component[0].valueQuantity.code': 'kPa' })),
      findings: [{ messageId: 'convertible', path: 'Observation.component[0].valueQuantity.code' }],
    },
    {
      title: 'a length',
      ...guide(measure('bloodPressure', { 'component[0].valueQuantity.code': 'cm' })),
      findings: [{ messageId: 'otherQuantity', path: 'Observation.component[0].valueQuantity.code' }],
    },
    {
      title: 'another system of units',
      ...guide(measure('bloodPressure', { 'component[0].valueQuantity.system': 'http://snomed.info/sct' })),
      findings: [{ messageId: 'value', path: 'Observation.component[0].valueQuantity.system' }],
    },
    {
      title: 'mmHg as code',
      ...guide(measure('bloodPressure', { 'component[0].valueQuantity.code': 'mmHg' })),
      findings: [{ messageId: 'notUcum', path: 'Observation.component[0].valueQuantity.code' }],
    },
    {
      title: 'no unit text',
      ...guide(measure('bloodPressure', { 'component[1].valueQuantity.unit': undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.component[1].valueQuantity.unit' }],
    },
    {
      title: 'an integer',
      ...guide(measure('bloodPressure', { 'component[0].valueQuantity': undefined, 'component[0].valueInteger': 124 })),
      findings: [{ messageId: 'type', path: 'Observation.component[0].valueInteger' }],
    },
  ],
  inapplicable: [{ title: 'a weight', ...guide(measure('weight')) }],
};
