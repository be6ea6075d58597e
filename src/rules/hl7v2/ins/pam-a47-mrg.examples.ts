import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const INS = '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';

export const examples: Examples = {
  passed: [
    { title: 'old private identifier in MRG-1', message: adt('A47') },
    { title: 'INS withdrawn', message: adt('A47', { 'PID-3[2].1': '""', 'PID-32': 'PROV', 'MRG-1': INS }) },
  ],
  failed: [
    {
      title: 'MRG-1 empty',
      message: adt('A47', { MRG: 'MRG|' }),
      findings: [{ messageId: 'missing', path: 'MRG-1', severity: 'error' }],
    },
    {
      title: 'the INS that stays is in MRG-1 too',
      message: adt('A47', { 'MRG-1': `T0002^^^GAM-SIM&1.2.250.1.999.1&ISO^PI~${INS}` }),
      findings: [{ messageId: 'unchanged', path: 'MRG-1[2]' }],
    },
  ],
  inapplicable: [{ title: 'a merge', message: adt('A40') }],
};
