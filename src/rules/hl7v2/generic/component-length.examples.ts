import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';

export const examples: Examples = {
  passed: [{ title: 'short components', pack, message: adt('A01', { 'PID-11': '12 RUE DES LILAS^^PARIS' }) }],
  failed: [
    {
      title: 'a namespace of 21 characters, in a field and inside a component',
      pack,
      message: adt('A01', { 'MSH-3': 'X'.repeat(21), 'PV1-3.4.1': 'Y'.repeat(21) }),
      findings: [
        { messageId: 'tooLong', path: 'MSH-3.1', severity: 'warning' },
        { messageId: 'tooLong', path: 'PV1-3.4.1' },
      ],
    },
  ],
};
