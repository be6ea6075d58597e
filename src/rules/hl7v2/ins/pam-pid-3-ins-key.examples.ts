import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'official test matricule', message: adt('A31') },
    { title: 'Corsica, 2A read as 19', message: adt('A31', { 'PID-3[2].1': '100992A99999925' }) },
  ],
  failed: [
    {
      title: 'last digit of the key changed, test OID: a warning',
      message: adt('A31', { 'PID-3[2].1': '279035121518988' }),
      findings: [{ messageId: 'wrongKey', path: 'PID-3[2].1', severity: 'warning' }],
    },
    {
      title: 'wrong key under the production OID',
      message: adt('A31', { 'PID-3[2].1': '276037510669380', 'PID-3[2].4.2': '1.2.250.1.213.1.4.8' }),
      findings: [{ messageId: 'wrongKey', path: 'PID-3[2].1', severity: 'error' }],
    },
  ],
  inapplicable: [{ title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI' }) }],
};
