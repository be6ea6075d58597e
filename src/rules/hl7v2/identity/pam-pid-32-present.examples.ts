import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'validated', message: adt('A28') },
    { title: 'provisional and doubtful', message: adt('A28', { 'PID-32': 'PROV~DOUT' }) },
  ],
  failed: [
    { title: 'empty', message: adt('A28', { 'PID-32': '' }), findings: [{ messageId: 'missing', path: 'PID-32' }] },
    {
      title: 'empty in a 2.3.1 message too',
      message: adt('A28', { 'MSH-12': '2.3.1', 'PID-32': '' }),
      findings: [{ messageId: 'missing', path: 'PID-32' }],
    },
    { title: 'null', message: adt('A31', { 'PID-32': '""' }), findings: [{ messageId: 'missing', path: 'PID-32' }] },
    {
      title: 'attributes without status',
      message: adt('A31', { 'PID-32': '~DOUT' }),
      findings: [{ messageId: 'noStatus', path: 'PID-32' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
