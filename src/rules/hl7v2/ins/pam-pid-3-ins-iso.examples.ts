import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'ISO', message: adt('A31') }],
  failed: [
    {
      title: 'local type',
      message: adt('A31', { 'PID-3[2].4.3': 'L' }),
      findings: [{ messageId: 'notIso', path: 'PID-3[2].4.3', severity: 'error' }],
    },
    {
      title: 'left out',
      message: adt('A31', { 'PID-3[2].4': 'ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10' }),
      findings: [{ messageId: 'notIso', path: 'PID-3[2].4.3' }],
    },
  ],
  inapplicable: [{ title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI' }) }],
};
