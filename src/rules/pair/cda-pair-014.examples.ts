import type { Examples } from '../examples.js';
import { level3, pair, pdfCopy } from './example-pairs.js';

export const examples: Examples = {
  passed: [{ title: 'with its PDF copy', pair: { level3: level3({ replace: { '<section>': pdfCopy() } }) } }],
  failed: [
    {
      title: 'alone',
      pair: { level3: level3() },
      findings: [{ messageId: 'alone', path: '/ClinicalDocument', severity: 'error' }],
    },
    {
      title: 'the one document given',
      pair: { level3: level3(), isOneDocument: true },
      findings: [{ messageId: 'document', path: '/ClinicalDocument', severity: 'information' }],
    },
  ],
  inapplicable: [
    { title: 'a pair', pair: pair() },
    { title: 'no-xfrm mode', pair: { level3: level3(), mode: 'no-xfrm' } },
  ],
};
