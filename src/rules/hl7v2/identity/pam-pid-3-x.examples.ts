import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'all empty', message: adt('A28') },
    { title: 'PID-19 has a rule of its own', message: adt('A28', { 'PID-19': '279035121518989' }) },
  ],
  failed: [
    {
      title: 'the patient id of older versions',
      message: adt('A28', { 'PID-2': 'T0001' }),
      findings: [{ messageId: 'valued', path: 'PID-2' }],
    },
    {
      title: 'alias and nationality',
      message: adt('A28', { 'PID-9': 'PAT^DOM', 'PID-28': 'FRA' }),
      findings: [
        { messageId: 'valued', path: 'PID-9' },
        { messageId: 'valued', path: 'PID-28' },
      ],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
