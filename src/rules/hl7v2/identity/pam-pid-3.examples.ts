import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'IPP and INS', message: adt('A31') },
    { title: 'an INS withdrawn: "" is a value', message: adt('A47', { 'PID-3[2].1': '""' }) },
  ],
  failed: [
    {
      title: 'no identifier',
      message: adt('A28', { 'PID-3': '' }),
      findings: [{ messageId: 'missing', path: 'PID-3' }],
    },
    {
      title: 'a bare number',
      message: adt('A28', { 'PID-3': 'T0001' }),
      findings: [
        { messageId: 'noAuthority', path: 'PID-3.4.1' },
        { messageId: 'noType', path: 'PID-3.5' },
      ],
    },
    {
      title: 'second identifier without value, its authority given by OID only',
      message: adt('A28', { 'PID-3[2].1': '', 'PID-3[2].4.1': '' }),
      findings: [
        { messageId: 'noValue', path: 'PID-3[2].1' },
        { messageId: 'noAuthority', path: 'PID-3[2].4.1' },
      ],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
