import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'two components', ...guide(measure('bloodPressure')) }],
  failed: [
    {
      title: 'a pulse',
      ...guide(
        measure('bloodPressure', {
          'component[2]': {
            code: { coding: [{ system: 'http://loinc.org', code: '8867-4' }] },
            valueQuantity: { value: 66, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' },
          },
        }),
      ),
      findings: [{ messageId: 'further', path: 'Observation.component[2]' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
