import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'only components France uses', message: adt('A01') }],
  failed: [
    {
      title: 'phone number in XTN-1, forbidden in France',
      message: adt('A01', { 'PID-13': '0102030405^PRN^PH' }),
      findings: [{ messageId: 'notAllowed', path: 'PID-13.1', severity: 'error' }],
    },
  ],
};
