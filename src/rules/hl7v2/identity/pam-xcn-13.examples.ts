import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const authority = 'ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO';

export const examples: Examples = {
  passed: [
    { title: 'no professional', message: adt('A28') },
    {
      title: 'national id, name and both types',
      message: adt('A01', { 'PV1-7': `899900000001^SIMULATEUR^MEDECIN^^^^^^${authority}^L^^^IDNPS` }),
    },
  ],
  failed: [
    {
      title: 'number and name only',
      message: adt('A01', { 'PV1-7': '899900000001^SIMULATEUR^MEDECIN' }),
      findings: [
        { messageId: 'noIdType', path: 'PV1-7.13' },
        { messageId: 'noNameType', path: 'PV1-7.10' },
      ],
    },
    {
      title: 'operator known by name',
      message: adt('A28', { 'EVN-5': '^SIMULATEUR^AGENT' }),
      findings: [{ messageId: 'noNameType', path: 'EVN-5.10' }],
    },
  ],
};
