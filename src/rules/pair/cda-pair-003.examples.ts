import type { Examples } from '../examples.js';
import { LEVEL3_ID, level3, pair, related, secondVersion } from './example-pairs.js';

export const examples: Examples = {
  passed: [
    { title: 'no link in the level 1', pair: pair() },
    { title: 'the level 1 replaces its old version', pair: secondVersion() },
  ],
  failed: [
    {
      title: 'reverse link',
      pair: pair({ related: related('XFRM', LEVEL3_ID) }, { related: '' }),
      findings: [{ messageId: 'reverse', path: '/ClinicalDocument/relatedDocument', severity: 'error' }],
    },
  ],
  inapplicable: [{ title: 'no level 1', pair: { level3: level3() } }],
};
