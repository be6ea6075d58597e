import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'empty', message: adt('A28') }],
  failed: [
    {
      title: 'a NIR',
      message: adt('A28', { 'PID-19': '279035121518989' }),
      findings: [{ messageId: 'valued', path: 'PID-19' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
