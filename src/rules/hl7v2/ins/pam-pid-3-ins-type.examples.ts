import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const BILLING = 'T0001^^^GAM-SIM^PI~279035121518989^^^ASIP-SANTE-NIR&1.2.250.1.213.1.4.8&ISO^NH';

export const examples: Examples = {
  passed: [
    { title: 'INS under the test OID', message: adt('A31') },
    { title: 'billing NIR under the OID it shares with the INS', message: adt('A31', { 'PID-3': BILLING }) },
  ],
  failed: [
    {
      title: 'OID of the INS under a local type',
      message: adt('A31', { 'PID-3[2].5': 'PI' }),
      findings: [{ messageId: 'notTypedIns', path: 'PID-3[2].5', severity: 'error' }],
    },
    {
      title: 'OID of the NIA sent as billing NIR',
      message: adt('A31', { 'PID-3[2].4.2': '1.2.250.1.213.1.4.9', 'PID-3[2].5': 'NH' }),
      findings: [{ messageId: 'notTypedIns', path: 'PID-3[2].5' }],
    },
    {
      title: 'type INS under the OID of the INS-C',
      message: adt('A31', { 'PID-3[2].4.2': '1.2.250.1.213.1.4.2' }),
      findings: [{ messageId: 'otherOid', path: 'PID-3[2].4.2' }],
    },
  ],
  inapplicable: [{ title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI' }) }],
};
