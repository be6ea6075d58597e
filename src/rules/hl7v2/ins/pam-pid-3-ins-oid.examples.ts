import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'test OID', message: adt('A31') },
    { title: 'NIA', message: adt('A31', { 'PID-3[2].4.2': '1.2.250.1.213.1.4.9' }) },
  ],
  failed: [
    {
      title: 'an OID of its own',
      message: adt('A31', { 'PID-3[2].4.2': '1.2.250.1.999.8' }),
      findings: [{ messageId: 'unknown', path: 'PID-3[2].4.2', severity: 'error' }],
    },
    {
      title: 'no OID',
      message: adt('A31', { 'PID-3[2].4': 'ASIP-SANTE-INS-NIR' }),
      findings: [{ messageId: 'missing', path: 'PID-3[2].4.2' }],
    },
  ],
  inapplicable: [{ title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI' }) }],
};
