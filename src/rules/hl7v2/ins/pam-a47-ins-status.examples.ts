import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const INS = '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
const withdrawn = { 'PID-3[2].1': '""', 'MRG-1': INS };

export const examples: Examples = {
  passed: [
    { title: 'downgraded to PROV', message: adt('A47', { ...withdrawn, 'PID-32': 'PROV' }) },
    { title: 'downgraded, identity doubtful', message: adt('A47', { ...withdrawn, 'PID-32': 'PROV~DOUT' }) },
  ],
  failed: [
    {
      title: 'status kept, reason unknown: an observation',
      message: adt('A47', withdrawn),
      findings: [{ messageId: 'perhaps', path: 'PID-32', severity: 'information' }],
    },
    {
      title: 'status kept while the traits come from INSi: a downgrade',
      message: adt('A47', { ...withdrawn, 'ZFD-5': 'INSI' }),
      findings: [{ messageId: 'downgrade', path: 'PID-32', severity: 'error' }],
    },
  ],
  inapplicable: [
    { title: 'the INS stays', message: adt('A47') },
    { title: 'not an A47', message: adt('A31') },
  ],
};
