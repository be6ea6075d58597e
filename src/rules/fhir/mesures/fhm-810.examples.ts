import type { Examples } from '../../examples.js';
import { api, EXTENSION, guide, measure, TAASIP } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'blood glucose', ...api(measure('glucose', {}, 'api')) },
    {
      title: 'an interstitial mean over 14 days',
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
      title: 'an interstitial mean without',
      ...api(
        measure('glucose', { 'code.coding[0]': { system: TAASIP, code: 'MED-969' }, extension: undefined }, 'api'),
      ),
      findings: [{ messageId: 'missing', path: 'Observation.extension' }],
    },
    {
      title: 'blood glucose with',
      ...api(
        measure(
          'glucose',
          {
            'extension[1]': {
              url: `${EXTENSION}mesures-number-of-days`,
              valueCodeableConcept: { coding: [{ system: TAASIP, code: 'GEN-276' }] },
            },
          },
          'api',
        ),
      ),
      findings: [{ messageId: 'forbidden', path: 'Observation.extension[1]' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
