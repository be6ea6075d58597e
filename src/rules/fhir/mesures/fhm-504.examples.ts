import type { Examples } from '../../examples.js';
import { api, EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'fasting', ...guide(measure('glucose')) },
    { title: 'at the API', ...api(measure('glucose', {}, 'api')) },
  ],
  failed: [
    {
      title: 'a code of our own',
      ...api(
        measure(
          'glucose',
          {
            extension: [
              {
                url: `${EXTENSION}mesures-moment-of-measurement`,
                valueCodeableConcept: { coding: [{ system: 'https://example.org/moments', code: 'jeun' }] },
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
          extension: [{ url: `${EXTENSION}mesures-moment-of-measurement`, valueCodeableConcept: { text: 'à jeun' } }],
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
              url: `${EXTENSION}mesures-moment-of-measurement`,
              valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: '53050-1' }] },
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
