import type { Examples } from '../examples.js';
import { LEVEL1_ID, level3, pair, related, secondVersion, XFRM } from './example-pairs.js';

export const examples: Examples = {
  passed: [
    { title: 'the level 3 carries the link', pair: pair() },
    { title: 'XFRM and RPLC', pair: secondVersion() },
  ],
  failed: [
    {
      title: 'no link',
      pair: pair({}, { related: '' }),
      findings: [{ messageId: 'missing', path: '/ClinicalDocument', severity: 'error' }],
    },
    {
      title: 'typeCode in small letters',
      pair: pair({}, { related: related('xfrm', LEVEL1_ID) }),
      findings: [{ messageId: 'missing', path: '/ClinicalDocument/relatedDocument' }],
    },
    {
      title: 'RPLC alone',
      pair: secondVersion({}, { related: related('RPLC', '1.2.250.1.999.1.1.9.3') }),
      findings: [{ messageId: 'replacesOnly', path: '/ClinicalDocument/relatedDocument', severity: 'warning' }],
    },
    {
      title: 'two links',
      pair: pair({}, { related: XFRM + XFRM }),
      findings: [{ messageId: 'several', path: '/ClinicalDocument/relatedDocument[2]' }],
    },
  ],
  inapplicable: [
    { title: 'no-xfrm mode', pair: { ...pair({}, { related: '' }), mode: 'no-xfrm' } },
    { title: 'no level 1', pair: { level3: level3() } },
  ],
};
