import type { Examples } from '../examples.js';
import { LEVEL1_ID, pair, related, secondVersion, XFRM } from './example-pairs.js';

const SECOND = '/ClinicalDocument/relatedDocument[2]/parentDocument/id';

export const examples: Examples = {
  passed: [
    { title: 'each its own level', pair: secondVersion() },
    { title: 'the replaced versions are not at hand', pair: { ...secondVersion(), known: [] } },
  ],
  failed: [
    {
      title: 'a level 3 replaces a level 1',
      pair: secondVersion({}, { related: related('XFRM', `${LEVEL1_ID}.2`) + related('RPLC', LEVEL1_ID) }),
      findings: [{ messageId: 'crossed', path: SECOND, severity: 'error' }],
    },
    {
      title: 'a level 3 replaces its own other half',
      pair: pair({}, { related: XFRM + related('RPLC', LEVEL1_ID) }),
      findings: [{ messageId: 'partner', path: SECOND }],
    },
  ],
  inapplicable: [{ title: 'a first version', pair: pair() }],
};
