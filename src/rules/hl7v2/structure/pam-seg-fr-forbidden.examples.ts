import type { Examples } from '../../examples.js';
import { adt, withSegment } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'none of them', message: adt('A28') }],
  failed: [
    {
      title: 'religion and race of the patient',
      message: adt('A28', { 'PID-10': 'X', 'PID-17': 'X' }),
      findings: [
        { messageId: 'race', path: 'PID-10' },
        { messageId: 'religion', path: 'PID-17' },
      ],
    },
    {
      title: 'a null is a value too',
      message: adt('A28', { 'PID-22': '""' }),
      findings: [{ messageId: 'ethnicGroup', path: 'PID-22' }],
    },
    {
      title: 'ethnic group of a contact',
      message: withSegment(adt('A28'), 'PID', `NK1|1${'|'.repeat(27)}X`),
      findings: [{ messageId: 'ethnicGroup', path: 'NK1-28' }],
    },
  ],
};
