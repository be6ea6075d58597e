import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';

export const examples: Examples = {
  passed: [
    { title: 'every component has a row', pack, message: adt('A01') },
    { title: 'separators without a value', pack, message: adt('A01', { 'PID-24': 'N', 'PID-3[1].12': '' }) },
  ],
  failed: [
    {
      title: 'an eleventh component in a CX',
      pack,
      message: adt('A01', { 'PID-3[1].11': 'X' }),
      findings: [{ messageId: 'unknown', path: 'PID-3.11' }],
    },
    {
      title: '« & » of a place name not escaped',
      pack,
      message: adt('A01', { 'PID-23': 'CLERMONT & FERRAND' }),
      findings: [{ messageId: 'split', path: 'PID-23' }],
    },
  ],
};
