import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'patient id and account', message: adt('A28', { 'PID-21': 'T0007^^^GAM-SIM^PI~D0007^^^GAM-SIM^AN' }) },
  ],
  failed: [
    {
      title: 'visit number',
      message: adt('A28', { 'PID-21': 'V0007^^^GAM-SIM^VN' }),
      findings: [{ messageId: 'wrongType', path: 'PID-21.5' }],
    },
    {
      title: 'no type, second identifier',
      message: adt('A28', { 'PID-21': 'T0007^^^GAM-SIM^PI~D0007' }),
      findings: [{ messageId: 'wrongType', path: 'PID-21[2].5' }],
    },
  ],
  inapplicable: [{ title: 'no mother', message: adt('A28') }],
};
