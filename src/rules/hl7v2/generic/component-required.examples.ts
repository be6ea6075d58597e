import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';

export const examples: Examples = {
  passed: [
    { title: 'identifiers with their number', pack, message: adt('A01') },
    { title: 'a value that is deleted as a whole', pack, message: adt('A01', { 'PID-3': '""' }) },
  ],
  failed: [
    {
      title: 'second identifier without CX-1',
      pack,
      message: adt('A01', { 'PID-3[2].1': '' }),
      findings: [{ messageId: 'missing', path: 'PID-3[2].1' }],
    },
    {
      title: 'degree of precision without the time',
      pack,
      message: adt('A01', { 'PID-29': '^D' }),
      findings: [{ messageId: 'missing', path: 'PID-29.1' }],
    },
  ],
};
