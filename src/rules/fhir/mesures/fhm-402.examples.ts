import type { Examples } from '../../examples.js';
import { device, EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'a reason in words',
      ...guide(
        measure('weight', { extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'Suivi' }] }),
      ),
    },
  ],
  failed: [
    {
      title: 'a coded reason',
      ...guide(
        measure('weight', { extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueCode: 'x' }] }),
      ),
      findings: [{ messageId: 'type', path: 'Observation.extension[0].valueCode' }],
    },
    {
      title: 'parts in place of the value',
      ...guide(
        measure('weight', {
          extension: [
            { url: `${EXTENSION}mesures-reason-for-measurement`, extension: [{ url: 'a', valueString: 'b' }] },
          ],
        }),
      ),
      findings: [
        { messageId: 'extra', path: 'Observation.extension[0].extension[0]' },
        { messageId: 'missing', path: 'Observation.extension[0].value[x]' },
      ],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
