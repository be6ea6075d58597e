import type { Examples } from '../examples.js';
import { level3, pair } from './example-pairs.js';

export const examples: Examples = {
  passed: [{ title: 'two setIds', pair: pair() }],
  failed: [
    {
      title: 'one setId for both',
      pair: pair({ setId: '1.2.250.1.999.1.1.8.9' }, { setId: '1.2.250.1.999.1.1.8.9' }),
      findings: [{ messageId: 'shared', path: '/ClinicalDocument/setId', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'no level 1', pair: { level3: level3() } }],
};
