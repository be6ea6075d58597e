import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const nk1 = (relationship: string) => `NK1|1|PAT-TROIS^CLAIRE^^^^^L|${relationship}|||||||||||||||||||||||||||||P0001`;

export const examples: Examples = {
  passed: [{ title: 'mother', message: adt('A31', { NK1: nk1('MTH') }) }],
  failed: [
    {
      title: 'a relationship of the site',
      message: adt('A31', { NK1: nk1('VOISINE') }),
      findings: [{ messageId: 'siteCode', path: 'NK1-3.1', severity: 'information' }],
    },
  ],
};
