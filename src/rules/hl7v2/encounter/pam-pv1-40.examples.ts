import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'status with the bed', message: adt('A01', { 'PV1-3.5': 'O' }) }],
  failed: [
    {
      title: 'status in PV1-40',
      message: adt('A01', { 'PV1-40': 'O' }),
      findings: [{ messageId: 'valued', path: 'PV1-40', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'a message without PV1', message: adt('A40') }],
};
