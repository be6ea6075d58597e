import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'date not corrected', message: adt('A31') }],
  failed: [
    {
      title: 'corrected date and INS',
      message: adt('A31', { 'ZFD-4': 'Y' }),
      findings: [{ messageId: 'corrected', path: 'ZFD-4', severity: 'error' }],
    },
  ],
  inapplicable: [
    { title: 'corrected date without INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI', 'ZFD-4': 'Y' }) },
  ],
};
