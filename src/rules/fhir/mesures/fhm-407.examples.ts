import type { Examples } from '../../examples.js';
import { EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'a few words',
      ...guide(
        measure('weight', {
          extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'Suivi mensuel' }],
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'a dash',
      ...guide(
        measure('weight', { extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: '-' }] }),
      ),
      findings: [{ messageId: 'empty', path: 'Observation.extension[0].valueString' }],
    },
    {
      title: 'pages',
      ...guide(
        measure('weight', {
          extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'x'.repeat(300) }],
        }),
      ),
      findings: [{ messageId: 'tooLong', path: 'Observation.extension[0].valueString' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
