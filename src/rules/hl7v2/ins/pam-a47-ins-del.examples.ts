import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const AUTHORITY = '^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
const INS = `279035121518989${AUTHORITY}`;
const PI = 'T0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI';

export const examples: Examples = {
  passed: [
    { title: 'withdrawn', message: adt('A47', { 'PID-3[2].1': '""', 'PID-32': 'PROV', 'MRG-1': INS }) },
    {
      title: 'replaced by another matricule',
      message: adt('A47', { 'MRG-1': INS, 'PID-3': `${PI}~100999999999996${AUTHORITY}` }),
    },
  ],
  failed: [
    {
      title: 'INS left out of PID-3',
      message: adt('A47', { 'MRG-1': INS, 'PID-3': PI, 'PID-32': 'PROV' }),
      findings: [{ messageId: 'omitted', path: 'PID-3', severity: 'error' }],
    },
    {
      title: 'empty matricule instead of the null',
      message: adt('A47', { 'MRG-1': INS, 'PID-3[2].1': '', 'PID-32': 'PROV' }),
      findings: [{ messageId: 'notNull', path: 'PID-3[2].1' }],
    },
    {
      title: 'null without the OID',
      message: adt('A47', { 'MRG-1': INS, 'PID-3': `${PI}~""^^^ASIP-SANTE-INS-NIR^INS`, 'PID-32': 'PROV' }),
      findings: [{ messageId: 'noAuthority', path: 'PID-3[2].4.2' }],
    },
    {
      title: 'withdrawn INS not named in MRG-1',
      message: adt('A47', { 'PID-3[2].1': '""', 'PID-32': 'PROV' }),
      findings: [{ messageId: 'unnamed', path: 'PID-3[2]' }],
    },
  ],
  inapplicable: [
    { title: 'only the private identifier changes', message: adt('A47') },
    { title: 'not an A47', message: adt('A31') },
  ],
};
