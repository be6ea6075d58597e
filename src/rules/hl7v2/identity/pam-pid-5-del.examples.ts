import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const birth = 'PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L';

export const examples: Examples = {
  passed: [
    { title: 'no used name', message: adt('A31') },
    { title: 'used name deleted', message: adt('A31', { 'PID-5': `${birth}~""^^^^^^D` }) },
    { title: 'used given name only', message: adt('A31', { 'PID-5': `${birth}~^DOM^^^^^D` }) },
  ],
  failed: [
    {
      title: 'empty used name',
      message: adt('A31', { 'PID-5': `${birth}~^^^^^^D` }),
      findings: [{ messageId: 'empty', path: 'PID-5[2]' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
