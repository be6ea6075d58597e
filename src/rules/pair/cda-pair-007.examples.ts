import type { Examples } from '../examples.js';
import { level3, pair } from './example-pairs.js';

export const examples: Examples = {
  passed: [{ title: 'the same in both', pair: pair() }],
  failed: [
    {
      title: 'another in the level 3',
      pair: pair({}, { replace: { 'code="11502-2"': 'code="34133-9"' } }),
      findings: [{ messageId: 'differs', path: '/ClinicalDocument/code', severity: 'error' }],
    },
    {
      title: 'none in the level 1',
      pair: pair({ replace: { '<code code="11502-2" codeSystem="2.16.840.1.113883.6.1"/>': '' } }),
      findings: [{ messageId: 'differs', path: '/ClinicalDocument/code' }],
    },
  ],
  inapplicable: [{ title: 'no level 1', pair: { level3: level3() } }],
};
