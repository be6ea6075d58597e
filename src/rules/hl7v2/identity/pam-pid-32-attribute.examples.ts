import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'status alone', message: adt('A28') },
    { title: 'status, then attribute', message: adt('A28', { 'PID-32': 'PROV~FICT' }) },
  ],
  failed: [
    {
      title: 'doubtful alone',
      message: adt('A28', { 'PID-32': 'DOUT' }),
      findings: [{ messageId: 'asStatus', path: 'PID-32' }],
    },
    {
      title: 'attribute before status',
      message: adt('A28', { 'PID-32': 'HOMA~VALI' }),
      findings: [{ messageId: 'asStatus', path: 'PID-32' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
