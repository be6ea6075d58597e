import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'second twin', message: adt('A28', { 'PID-24': 'Y', 'PID-25': '2' }) }],
  failed: [
    {
      title: 'rank 1 for everyone, as in an official sample',
      message: adt('A28', { 'PID-25': '1' }),
      findings: [{ messageId: 'alone', path: 'PID-25' }],
    },
    {
      title: 'a rank for a single birth',
      message: adt('A28', { 'PID-24': 'N', 'PID-25': '1' }),
      findings: [{ messageId: 'singleBirth', path: 'PID-25' }],
    },
    {
      title: 'rank 0',
      message: adt('A28', { 'PID-24': 'Y', 'PID-25': '0' }),
      findings: [{ messageId: 'notPositive', path: 'PID-25' }],
    },
  ],
  inapplicable: [{ title: 'no rank', message: adt('A28') }],
};
