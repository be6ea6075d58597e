import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const PI = 'T0001^^^GAM-SIM^PI';
const NIR = '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
const OTHER_NIR = '100999999999996^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
const NIA = '100999999999996^^^ASIP-SANTE-INS-NIA&1.2.250.1.213.1.4.9&ISO^INS';

export const examples: Examples = {
  passed: [
    { title: 'one INS', message: adt('A31') },
    { title: 'a NIR and a NIA', message: adt('A31', { 'PID-3': `${PI}~${NIA}~${NIR}` }) },
    { title: 'the same INS on both patients of a link', message: adt('A24') },
  ],
  failed: [
    {
      title: 'two NIR',
      message: adt('A31', { 'PID-3': `${PI}~${OTHER_NIR}~${NIR}` }),
      findings: [{ messageId: 'twice', path: 'PID-3[3]', severity: 'error' }],
    },
  ],
  inapplicable: [{ title: 'no INS', message: adt('A31', { 'PID-3': PI }) }],
};
