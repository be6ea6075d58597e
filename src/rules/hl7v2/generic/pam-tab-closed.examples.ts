import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'marital status of the table', message: adt('A31', { 'PID-16': 'M' }) }],
  failed: [
    {
      title: 'B is not a French marital status',
      message: adt('A31', { 'PID-16': 'B^Inconnue' }),
      findings: [{ messageId: 'notInTable', path: 'PID-16.1', severity: 'error' }],
    },
  ],
};
