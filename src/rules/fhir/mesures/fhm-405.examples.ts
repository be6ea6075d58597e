import type { Examples } from '../../examples.js';
import { api, device, EXTENSION, guide, measure, TAASIP } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'a reason on a height at 3.2.0',
      ...guide(
        measure('height', { extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'x' }] }),
      ),
    },
    {
      title: 'a type of diabetes at the API',
      ...api(
        measure(
          'glucose',
          {
            'extension[1]': {
              url: `${EXTENSION}mesures-diabetis-type`,
              valueCodeableConcept: { coding: [{ system: TAASIP, code: 'MED-874' }] },
            },
          },
          'api',
        ),
      ),
    },
  ],
  failed: [
    {
      title: 'a type of diabetes at 3.2.0',
      ...guide(
        measure('glucose', {
          'extension[1]': { url: `${EXTENSION}mesures-diabetis-type`, valueCodeableConcept: { text: 'type 1' } },
        }),
      ),
      findings: [{ messageId: 'otherVersion', path: 'Observation.extension[1]' }],
    },
    {
      title: 'a reason on a height at 3.0.1',
      ...api(
        measure(
          'height',
          { extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'x' }] },
          'api',
        ),
      ),
      findings: [{ messageId: 'notInProfile', path: 'Observation.extension[0]', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
