import type { Examples } from '../../examples.js';
import { api, EXTENSION, guide, measure, TAASIP } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'blood glucose with its moment', ...api(measure('glucose', {}, 'api')) },
    {
      title: 'an interstitial mean without',
      ...api(
        measure(
          'glucose',
          {
            'code.coding[0]': { system: TAASIP, code: 'MED-969' },
            'extension[0]': {
              url: `${EXTENSION}mesures-number-of-days`,
              valueCodeableConcept: { coding: [{ system: TAASIP, code: 'GEN-276' }] },
            },
          },
          'api',
        ),
      ),
    },
  ],
  failed: [
    {
      title: 'blood glucose without',
      ...api(measure('glucose', { extension: undefined }, 'api')),
      findings: [{ messageId: 'missing', path: 'Observation.extension' }],
    },
    {
      title: 'HbA1c with',
      ...api(
        measure(
          'glucose',
          {
            'code.coding[0].code': '4548-4',
            'valueQuantity.value': 6.1,
            'valueQuantity.code': '%',
            'valueQuantity.unit': '%',
          },
          'api',
        ),
      ),
      findings: [{ messageId: 'forbidden', path: 'Observation.extension[0]' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
