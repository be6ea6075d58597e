import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'validated', message: adt('A28') },
    { title: 'validated homonym', message: adt('A28', { 'PID-32': 'VALI~HOMA' }) },
    { title: 'empty: PAM-PID-32-PRESENT says so', message: adt('A28', { 'PID-32': '' }) },
  ],
  failed: [
    {
      title: 'VAL, a misprint of the profile itself',
      message: adt('A28', { 'PID-32': 'VAL' }),
      findings: [{ messageId: 'unknown', path: 'PID-32' }],
    },
    {
      title: 'AL of the international table, as second repetition',
      message: adt('A28', { 'PID-32': 'VALI~AL' }),
      findings: [{ messageId: 'unknown', path: 'PID-32[2]' }],
    },
    {
      title: 'two codes in one repetition',
      message: adt('A28', { 'PID-32': 'VALI^DOUT' }),
      findings: [{ messageId: 'unknown', path: 'PID-32' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
