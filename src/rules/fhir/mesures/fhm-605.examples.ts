import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'one mean',
      ...guide(
        measure('bloodPressure', {
          'component[2]': {
            code: { coding: [{ system: 'http://loinc.org', code: '8478-0' }] },
            valueQuantity: { value: 94, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
          },
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'two means',
      ...guide(
        measure('bloodPressure', {
          'component[2]': {
            code: { coding: [{ system: 'http://loinc.org', code: '8478-0' }] },
            valueQuantity: { value: 94, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
          },
          'component[3]': {
            code: { coding: [{ system: 'http://loinc.org', code: '8478-0' }] },
            valueQuantity: { value: 94, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
          },
        }),
      ),
      findings: [{ messageId: 'extra', path: 'Observation.component[3]' }],
    },
  ],
  inapplicable: [{ title: 'a weight', ...guide(measure('weight')) }],
};
