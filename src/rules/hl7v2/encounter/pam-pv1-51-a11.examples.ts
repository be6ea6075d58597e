import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'visit only', message: adt('A11') },
    { title: 'account as well, said in full', message: adt('A11', { 'PV1-51': 'A' }) },
  ],
  failed: [
    {
      title: 'not said',
      message: adt('A11', { 'PV1-51': '' }),
      findings: [{ messageId: 'empty', path: 'PV1-51', severity: 'information' }],
    },
  ],
  inapplicable: [{ title: 'another event', message: adt('A01', { 'PV1-51': '' }) }],
};
