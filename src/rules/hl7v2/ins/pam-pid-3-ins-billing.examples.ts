import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const PI = 'T0001^^^GAM-SIM^PI';
const NUMBER = '279035121518989^^^';

export const examples: Examples = {
  passed: [
    { title: 'INS', message: adt('A31') },
    {
      title: 'billing NIR',
      message: adt('A31', { 'PID-3': `${PI}~${NUMBER}ASIP-SANTE-NIR&1.2.250.1.213.1.4.8&ISO^NH` }),
    },
  ],
  failed: [
    {
      title: 'billing NIR sent as INS',
      message: adt('A31', { 'PID-3[2].4.1': 'ASIP-SANTE-NIR' }),
      findings: [{ messageId: 'billingAsIns', path: 'PID-3[2].4.1', severity: 'warning' }],
    },
    {
      title: 'INS sent as billing NIR',
      message: adt('A31', { 'PID-3': `${PI}~${NUMBER}ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^NH` }),
      findings: [{ messageId: 'insAsBilling', path: 'PID-3[2].4.1' }],
    },
  ],
  inapplicable: [{ title: 'neither', message: adt('A31', { 'PID-3': PI }) }],
};
