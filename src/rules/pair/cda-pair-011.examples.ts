import type { Examples } from '../examples.js';
import { level3, pair } from './example-pairs.js';

export const examples: Examples = {
  passed: [{ title: 'the same in both', pair: pair() }],
  failed: [
    {
      title: 'another in the level 3',
      pair: pair({}, { replace: { '<versionNumber value="1"/>': '<versionNumber value="2"/>' } }),
      findings: [{ messageId: 'differs', path: '/ClinicalDocument/versionNumber', severity: 'warning' }],
    },
    {
      title: 'none in the level 1',
      pair: pair({ replace: { '<versionNumber value="1"/>': '' } }),
      findings: [{ messageId: 'differs', path: '/ClinicalDocument/versionNumber' }],
    },
  ],
  inapplicable: [{ title: 'no level 1', pair: { level3: level3() } }],
};
