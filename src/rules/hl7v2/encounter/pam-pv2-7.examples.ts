import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'sent by the attending doctor', message: adt('A04') },
    { title: 'change to outpatient', message: adt('A07') },
  ],
  failed: [
    {
      title: 'empty',
      message: adt('A04', { 'PV2-7': '' }),
      findings: [{ messageId: 'missing', path: 'PV2-7', severity: 'warning' }],
    },
    {
      title: 'no PV2',
      message: adt('A07', { PV2: null }),
      findings: [{ messageId: 'missing', path: 'PV2-7' }],
    },
  ],
  inapplicable: [
    { title: 'inpatient', message: adt('A01') },
    { title: 'A07 that cancels an A06', message: adt('A07', { PV2: null, 'ZBE-4': 'CANCEL', 'ZBE-6': 'A06' }) },
  ],
};
