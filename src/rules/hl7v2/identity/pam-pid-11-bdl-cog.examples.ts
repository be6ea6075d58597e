import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'a town', message: adt('A28') },
    { title: 'Corsica', message: adt('A28', { 'PID-11.9': '2A004' }) },
    { title: 'a country', message: adt('A28', { 'PID-11.9': '99109' }) },
  ],
  failed: [
    {
      title: 'the name of the town',
      message: adt('A28', { 'PID-11.9': 'RIOM' }),
      findings: [{ messageId: 'format', path: 'PID-11.9' }],
    },
    {
      title: 'a leading zero lost',
      message: adt('A28', { 'PID-11.9': '1053' }),
      findings: [{ messageId: 'format', path: 'PID-11.9' }],
    },
  ],
  inapplicable: [
    { title: 'no birth place', message: adt('A28', { 'PID-11.7': 'H' }) },
    { title: 'no code: PAM-PID-11-BDL says so', message: adt('A28', { 'PID-11.9': '' }) },
  ],
};
