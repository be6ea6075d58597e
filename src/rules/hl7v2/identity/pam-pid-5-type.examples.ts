import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'birth name', message: adt('A28') },
    { title: 'pseudonym', message: adt('A28', { 'PID-5.7': 'S' }) },
  ],
  failed: [
    {
      title: 'alias, forbidden in France',
      message: adt('A28', { 'PID-5.7': 'A' }),
      findings: [{ messageId: 'notAllowed', path: 'PID-5.7' }],
    },
    {
      title: 'maiden name as second name',
      message: adt('A28', { 'PID-5': 'PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L~PAT-TROIS^DOMINIQUE^^^^^M' }),
      findings: [{ messageId: 'notAllowed', path: 'PID-5[2].7' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
