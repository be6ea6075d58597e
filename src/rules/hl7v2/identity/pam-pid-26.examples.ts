import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'three letters', message: adt('A28', { 'PID-26': 'FRA' }) },
    { title: 'two letters in addition', message: adt('A28', { 'PID-26': 'FRA~FR^^ISO3166-1-2' }) },
  ],
  failed: [
    {
      title: 'two letters alone',
      message: adt('A28', { 'PID-26': 'FR' }),
      findings: [{ messageId: 'alone', path: 'PID-26.1' }],
    },
    {
      title: 'two letters in addition, without coding system',
      message: adt('A28', { 'PID-26': 'FRA~FR' }),
      findings: [{ messageId: 'noSystem', path: 'PID-26[2].3' }],
    },
  ],
  inapplicable: [{ title: 'not given', message: adt('A28') }],
};
