import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'VALI', message: adt('A31') },
    { title: 'VALI with an attribute', message: adt('A31', { 'PID-32': 'VALI~HOMA' }) },
  ],
  failed: [
    {
      title: 'provisional identity',
      message: adt('A31', { 'PID-32': 'PROV' }),
      findings: [{ messageId: 'notValidated', path: 'PID-32', severity: 'error' }],
    },
    {
      title: 'status left out',
      message: adt('A31', { 'PID-32': '' }),
      findings: [{ messageId: 'notValidated', path: 'PID-32' }],
    },
  ],
  inapplicable: [
    {
      title: 'provisional identity without INS',
      message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI', 'PID-32': 'PROV' }),
    },
  ],
};
