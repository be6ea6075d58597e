import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'no forbidden field', message: adt('A01') }],
  failed: [
    {
      title: 'consulted doctor in PV1-9, where France uses ROL',
      message: adt('A01', { 'PV1-9': '0001^MARTIN^CLAIRE' }),
      findings: [{ messageId: 'notAllowed', path: 'PV1-9', severity: 'error' }],
    },
  ],
};
