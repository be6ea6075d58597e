import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';

export const examples: Examples = {
  passed: [
    { title: 'Y and N', pack, message: adt('A01', { 'PID-24': 'N' }) },
    { title: 'a table that HL7 leaves to the site', pack, message: adt('A01', { 'PID-22': 'X' }) },
    { title: 'the explicit null', pack, message: adt('A01', { 'PID-24': '""' }) },
  ],
  failed: [
    {
      title: 'O (oui) instead of Y',
      pack,
      message: adt('A01', { 'PID-24': 'O' }),
      findings: [{ messageId: 'notInTable', path: 'PID-24' }],
    },
    {
      title: 'a component: processing id',
      pack,
      message: adt('A01', { 'MSH-11': 'X' }),
      findings: [{ messageId: 'notInTable', path: 'MSH-11.1' }],
    },
  ],
};
