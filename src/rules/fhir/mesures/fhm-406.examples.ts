import type { Examples } from '../../examples.js';
import { device, EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'a converted glucose',
      ...guide(
        measure('glucose', {
          'extension[1]': {
            url: `${EXTENSION}mesures-original-data`,
            extension: [
              { url: 'has-been-converted', valueBoolean: true },
              {
                url: 'original-value',
                valueQuantity: { value: 5.2, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
              },
            ],
          },
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'a part without value',
      ...guide(
        measure('glucose', {
          'extension[1]': { url: `${EXTENSION}mesures-original-data`, extension: [{ url: 'original-code' }] },
        }),
      ),
      findings: [{ messageId: 'missing', path: 'Observation.extension[1].extension[0].value[x]' }],
    },
    {
      title: 'an unknown part',
      ...guide(
        measure('glucose', {
          'extension[1]': {
            url: `${EXTENSION}mesures-original-data`,
            extension: [{ url: 'origin', valueString: 'x' }],
          },
        }),
      ),
      findings: [{ messageId: 'extra', path: 'Observation.extension[1].extension[0]' }],
    },
    {
      title: 'a part of another type',
      ...guide(
        measure('glucose', {
          'extension[1]': {
            url: `${EXTENSION}mesures-original-data`,
            extension: [{ url: 'has-been-converted', valueString: 'true' }],
          },
        }),
      ),
      findings: [{ messageId: 'type', path: 'Observation.extension[1].extension[0].valueString' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
