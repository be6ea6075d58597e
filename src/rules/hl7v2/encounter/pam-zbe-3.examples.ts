import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'empty', message: adt('A03') }],
  failed: [
    {
      title: 'end of the stay',
      message: adt('A03', { 'ZBE-3': '20260105101500' }),
      findings: [{ messageId: 'valued', path: 'ZBE-3', severity: 'error' }],
    },
  ],
  inapplicable: [{ title: 'no movement', message: adt('A31') }],
};
