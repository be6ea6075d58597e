import type { Examples } from '../examples.js';
import { LEVEL1_ID, level3, pair } from './example-pairs.js';

export const examples: Examples = {
  passed: [{ title: 'two ids', pair: pair() }],
  failed: [
    {
      title: 'one id for both',
      pair: pair({}, { id: LEVEL1_ID }),
      findings: [{ messageId: 'same', path: '/ClinicalDocument/id', severity: 'error' }],
    },
  ],
  inapplicable: [{ title: 'no level 1', pair: { level3: level3() } }],
};
