import type { Examples } from '../../examples.js';
import { device, EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'one reason',
      ...guide(
        measure('weight', { extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'Suivi' }] }),
      ),
    },
  ],
  failed: [
    {
      title: 'two reasons',
      ...guide(
        measure('weight', {
          extension: [
            { url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'Suivi' },
            { url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'Suivi' },
          ],
        }),
      ),
      findings: [{ messageId: 'extra', path: 'Observation.extension[1]' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
