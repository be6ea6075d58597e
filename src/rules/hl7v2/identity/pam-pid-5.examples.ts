import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'birth name', message: adt('A28') },
    {
      title: 'birth name and used name',
      message: adt('A28', { 'PID-5': 'PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L~PAT-UTILISE^DOMINIQUE^^^^^D' }),
    },
  ],
  failed: [
    { title: 'no name', message: adt('A28', { 'PID-5': '' }), findings: [{ messageId: 'missing', path: 'PID-5' }] },
    {
      title: 'used name without type',
      message: adt('A28', { 'PID-5': 'PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L~PAT-UTILISE^DOMINIQUE' }),
      findings: [{ messageId: 'noType', path: 'PID-5[2].7' }],
    },
    {
      title: 'one separator too many, as in three examples of the data type document',
      message: adt('A28', { 'PID-5': 'PAT-TROIS^DOMINIQUE^DOMINIQUE^^^Mme^^L' }),
      findings: [{ messageId: 'shifted', path: 'PID-5.7' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
