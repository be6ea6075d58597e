import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'pain', ...guide(measure('pain')) },
    { title: 'steps at the API', ...api(measure('steps', {}, 'api')) },
  ],
  failed: [
    {
      title: 'a French word',
      ...guide(measure('steps', { 'valueQuantity.unit': 'pas/jour' })),
      findings: [{ messageId: 'value', path: 'Observation.valueQuantity.unit' }],
    },
    {
      title: 'lower case',
      ...guide(measure('pain', { 'valueQuantity.unit': 'level' })),
      findings: [{ messageId: 'value', path: 'Observation.valueQuantity.unit' }],
    },
    {
      title: 'no text',
      ...guide(measure('pain', { 'valueQuantity.unit': undefined })),
      findings: [{ messageId: 'missing', path: 'Observation.valueQuantity.unit' }],
    },
  ],
  inapplicable: [{ title: 'a weight', ...guide(measure('weight')) }],
};
