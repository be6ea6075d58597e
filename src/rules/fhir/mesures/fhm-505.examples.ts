import type { Examples } from '../../examples.js';
import { api, CISIS, EXTENSION, guide, measure, TAASIP } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'two weeks',
      ...guide(
        measure('glucose', {
          'code.coding[0].code': '99504-3',
          extension: [
            {
              url: `${EXTENSION}mesures-number-of-days`,
              valueCodeableConcept: { coding: [{ system: CISIS, code: 'GEN-276' }] },
            },
          ],
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'a code of our own at the API',
      ...api(
        measure(
          'glucose',
          {
            'code.coding[0]': { system: TAASIP, code: 'MED-969' },
            extension: [
              {
                url: `${EXTENSION}mesures-number-of-days`,
                valueCodeableConcept: { coding: [{ system: 'https://example.org/days', code: '14' }] },
              },
            ],
          },
          'api',
        ),
      ),
      findings: [{ messageId: 'code', path: 'Observation.extension[0].valueCodeableConcept.coding[0].code' }],
    },
    {
      title: 'a text alone',
      ...guide(
        measure('glucose', {
          extension: [{ url: `${EXTENSION}mesures-number-of-days`, valueCodeableConcept: { text: '14 jours' } }],
        }),
      ),
      findings: [{ messageId: 'missing', path: 'Observation.extension[0].valueCodeableConcept' }],
    },
    {
      title: 'a code the list of 3.2.0 may hold',
      ...guide(
        measure('glucose', {
          extension: [
            {
              url: `${EXTENSION}mesures-number-of-days`,
              valueCodeableConcept: { coding: [{ system: CISIS, code: 'GEN-279' }] },
            },
          ],
        }),
      ),
      findings: [
        {
          messageId: 'unconfirmed',
          path: 'Observation.extension[0].valueCodeableConcept.coding[0].code',
          severity: 'warning',
        },
      ],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
