import type { Examples } from '../../examples.js';
import { EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'at the root',
      ...guide(
        measure('weight', { extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'Suivi' }] }),
      ),
    },
  ],
  failed: [
    {
      title: 'on the code',
      ...guide(
        measure('weight', {
          'code.extension': [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'Suivi' }],
        }),
      ),
      findings: [{ messageId: 'form', path: 'Observation.code.extension[0]' }],
    },
  ],
};
