import type { Examples } from '../examples.js';
import { LEVEL1_ID, LEVEL3_ID, pair, related, secondVersion, XFRM } from './example-pairs.js';

const SECOND = '/ClinicalDocument/relatedDocument[2]';

export const examples: Examples = {
  passed: [{ title: 'XFRM alone', pair: pair() }],
  failed: [
    {
      title: 'XFRM and RPLC',
      pair: secondVersion(),
      findings: [{ messageId: 'both', path: SECOND, severity: 'information' }],
    },
    {
      title: 'RPLC and APND',
      pair: pair({}, { related: related('RPLC', LEVEL3_ID) + related('APND', LEVEL1_ID) }),
      findings: [{ messageId: 'tooMany', path: SECOND, severity: 'error' }],
    },
    {
      title: 'typeCode of no table',
      pair: pair({}, { related: XFRM + related('TRSF', LEVEL1_ID) }),
      findings: [{ messageId: 'unknownType', path: SECOND, severity: 'error' }],
    },
  ],
  inapplicable: [{ title: 'no relatedDocument', pair: pair({}, { related: '' }) }],
};
