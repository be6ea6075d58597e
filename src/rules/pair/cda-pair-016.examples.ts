import type { Examples } from '../examples.js';
import { LEVEL1_ID, LEVEL3_ID, pair, related, secondVersion, XFRM } from './example-pairs.js';

export const examples: Examples = {
  passed: [{ title: 'both replaced', pair: secondVersion() }],
  failed: [
    {
      title: 'the level 1 alone, in a message',
      pair: { ...pair({ related: related('RPLC', `${LEVEL1_ID}.0`) }), inMessage: true },
      findings: [{ messageId: 'onlyLevel1', path: '/ClinicalDocument/relatedDocument', severity: 'error' }],
    },
    {
      title: 'the level 3 alone, in files',
      pair: pair({}, { related: XFRM + related('RPLC', `${LEVEL3_ID}.0`) }),
      findings: [{ messageId: 'onlyLevel3', path: '/ClinicalDocument/relatedDocument[2]', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'a first version', pair: pair() }],
};
