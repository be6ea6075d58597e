import type { Examples } from '../examples.js';
import { level3, pair } from './example-pairs.js';

export const examples: Examples = {
  passed: [{ title: 'the same in both', pair: pair() }],
  failed: [
    {
      title: 'another in the level 3',
      pair: pair({}, { replace: { 'code="N"': 'code="R"' } }),
      findings: [{ messageId: 'differs', path: '/ClinicalDocument/confidentialityCode', severity: 'error' }],
    },
    {
      title: 'none in the level 1',
      pair: pair({ replace: { '<confidentialityCode code="N"/>': '' } }),
      findings: [{ messageId: 'differs', path: '/ClinicalDocument/confidentialityCode' }],
    },
  ],
  inapplicable: [{ title: 'no level 1', pair: { level3: level3() } }],
};
