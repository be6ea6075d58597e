import type { Examples } from '../examples.js';
import { level3, pair } from './example-pairs.js';

const at = (time: string) => pair({}, { replace: { '20260105101500+0100': time } });
const path = '/ClinicalDocument/effectiveTime';

export const examples: Examples = {
  passed: [
    { title: 'one time', pair: pair() },
    { title: 'one time in another zone', pair: at('20260105091500+0000') },
    { title: 'one time at another precision', pair: at('202601051015+0100') },
  ],
  failed: [
    {
      title: 'a minute later',
      pair: at('20260105101600+0100'),
      findings: [{ messageId: 'apart', path, severity: 'information' }],
    },
    {
      title: 'a minute before',
      pair: at('20260105101400+0100'),
      findings: [{ messageId: 'before', path, severity: 'warning' }],
    },
    {
      title: 'two days later',
      pair: at('20260107101500+0100'),
      findings: [{ messageId: 'late', path, severity: 'warning' }],
    },
  ],
  inapplicable: [
    { title: 'no level 1', pair: { level3: level3() } },
    { title: 'no date', pair: at('soon') },
  ],
};
