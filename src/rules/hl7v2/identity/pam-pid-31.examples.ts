import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'one temporary id', message: adt('A28', { 'PID-3': 'X0001^^^GAM-SIM^PI', 'PID-31': 'Y' }) }],
  failed: [
    {
      title: 'an unknown patient with an INS',
      message: adt('A28', { 'PID-31': 'Y' }),
      findings: [{ messageId: 'several', path: 'PID-31' }],
    },
  ],
  inapplicable: [{ title: 'known patient', message: adt('A28') }],
};
