import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'birth name alone', message: adt('A28') },
    {
      title: 'birth name second',
      message: adt('A28', { 'PID-5': 'PAT-UTILISE^DOMINIQUE^^^^^D~PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L' }),
    },
  ],
  failed: [
    {
      title: 'used name alone',
      message: adt('A28', { 'PID-5.7': 'D' }),
      findings: [{ messageId: 'missing', path: 'PID-5' }],
    },
  ],
  inapplicable: [
    { title: 'no name: PAM-PID-5 says so', message: adt('A28', { 'PID-5': '' }) },
    { title: 'a name without type: PAM-PID-5 says so', message: adt('A28', { 'PID-5.7': '' }) },
    { title: 'no patient in the message', message: ack('A28') },
  ],
};
