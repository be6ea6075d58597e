import type { Examples } from '../../examples.js';
import { device, EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'one coding', ...guide(measure('glucose')) },
    {
      title: 'a text alone',
      ...guide(
        measure('heartRate', {
          extension: [{ url: `${EXTENSION}mesures-moment-of-measurement`, valueCodeableConcept: { text: 'au repos' } }],
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'two codings',
      ...guide(
        measure('heartRate', {
          extension: [
            {
              url: `${EXTENSION}mesures-moment-of-measurement`,
              valueCodeableConcept: {
                coding: [
                  { system: 'http://loinc.org', code: '53049-3' },
                  { system: 'http://loinc.org', code: '16915-1' },
                ],
              },
            },
          ],
        }),
      ),
      findings: [{ messageId: 'extra', path: 'Observation.extension[0].valueCodeableConcept.coding[1]' }],
    },
    {
      title: 'no system',
      ...guide(
        measure('heartRate', {
          extension: [
            {
              url: `${EXTENSION}mesures-moment-of-measurement`,
              valueCodeableConcept: { coding: [{ code: '53049-3' }] },
            },
          ],
        }),
      ),
      findings: [{ messageId: 'missing', path: 'Observation.extension[0].valueCodeableConcept.coding[0].system' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
