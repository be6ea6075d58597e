import type { Examples } from '../examples.js';
import { level3, pair, pdfCopy } from './example-pairs.js';

export const examples: Examples = {
  passed: [
    { title: 'with its PDF copy', pair: { level3: level3({ replace: { '<section>': pdfCopy() } }), level1Due: true } },
  ],
  failed: [
    {
      title: 'alone in a message',
      pair: { level3: level3(), level1Due: true },
      findings: [{ messageId: 'alone', path: '/ClinicalDocument', severity: 'error' }],
    },
    {
      title: 'one file checked by itself',
      pair: { level3: level3() },
      findings: [{ messageId: 'notAtHand', path: '/ClinicalDocument', severity: 'information' }],
    },
  ],
  inapplicable: [
    { title: 'a pair', pair: pair() },
    { title: 'no-xfrm mode', pair: { level3: level3(), level1Due: true, mode: 'no-xfrm' } },
  ],
};
