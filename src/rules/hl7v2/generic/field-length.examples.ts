import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';

export const examples: Examples = {
  passed: [
    { title: 'a long list of identifiers: each occurrence counts for itself', pack, message: adt('A01') },
    {
      title: 'characters count, not bytes',
      pack,
      message: adt('A01', { 'PID-37': 'é'.repeat(80) }),
    },
  ],
  failed: [
    {
      title: 'control id of 21 characters',
      pack,
      message: adt('A01', { 'MSH-10': 'X'.repeat(21) }),
      findings: [{ messageId: 'tooLong', path: 'MSH-10', severity: 'warning' }],
    },
    {
      title: 'second identifier longer than 250 characters',
      pack,
      message: adt('A01', { 'PID-3[2].1': '1'.repeat(240) }),
      findings: [{ messageId: 'tooLong', path: 'PID-3[2]' }],
    },
  ],
};
