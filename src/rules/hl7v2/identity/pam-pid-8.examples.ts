import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'female', message: adt('A28') },
    { title: 'unknown', message: adt('A28', { 'PID-8': 'U' }) },
    { title: 'empty: not this rule', message: adt('A28', { 'PID-8': '' }) },
  ],
  failed: [
    {
      title: 'O, removed in 2.11',
      message: adt('A28', { 'PID-8': 'O' }),
      findings: [{ messageId: 'notAllowed', path: 'PID-8' }],
    },
    {
      title: 'a number',
      message: adt('A28', { 'PID-8': '2' }),
      findings: [{ messageId: 'notAllowed', path: 'PID-8' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
