import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'name, given names, type', message: adt('A28') },
    { title: 'prefix in its place', message: adt('A28', { 'PID-5.5': 'Mme' }) },
  ],
  failed: [
    {
      title: 'degree',
      message: adt('A28', { 'PID-5.6': 'MD' }),
      findings: [{ messageId: 'valued', path: 'PID-5.6' }],
    },
    {
      title: 'suffix and validity',
      message: adt('A28', { 'PID-5.4': 'JR', 'PID-5.12': '20200101' }),
      findings: [
        { messageId: 'valued', path: 'PID-5.4' },
        { messageId: 'valued', path: 'PID-5.12' },
      ],
    },
    {
      title: 'one ^ too many: the type is left to PAM-PID-5, the prefix is found here',
      message: adt('A28', { 'PID-5': 'PAT-TROIS^DOMINIQUE^DOMINIQUE^^^Mme^^L' }),
      findings: [{ messageId: 'valued', path: 'PID-5.6' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
