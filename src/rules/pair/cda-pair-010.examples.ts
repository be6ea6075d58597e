import type { Examples } from '../examples.js';
import { level3, pair } from './example-pairs.js';

export const examples: Examples = {
  passed: [
    { title: 'the same in both', pair: pair() },
    {
      title: 'act time at another precision',
      pair: pair({}, { replace: { '20260105080000+0100': '202601050800+0100' } }),
    },
  ],
  failed: [
    {
      title: 'another author, title and language',
      pair: pair({}, { replace: { '899700000001': '899700000002', '>Essai<': '>Autre<', 'fr-FR': 'en-GB' } }),
      findings: [
        { messageId: 'differs', path: '/ClinicalDocument/author/assignedAuthor/id', severity: 'warning' },
        { messageId: 'differs', path: '/ClinicalDocument' },
        { messageId: 'differs', path: '/ClinicalDocument/languageCode' },
      ],
    },
    {
      title: 'another act time',
      pair: pair({}, { replace: { '20260105080000': '20260104080000' } }),
      findings: [{ messageId: 'differs', path: '/ClinicalDocument/documentationOf/serviceEvent/effectiveTime/low' }],
    },
  ],
  inapplicable: [{ title: 'no level 1', pair: { level3: level3() } }],
};
