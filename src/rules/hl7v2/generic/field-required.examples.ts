import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';

export const examples: Examples = {
  passed: [{ title: 'every required field of HL7 2.5', pack, message: adt('A01') }],
  failed: [
    {
      title: 'no patient name, no patient class',
      pack,
      message: adt('A01', { 'PID-5': '', 'PV1-2': '' }),
      findings: [
        { messageId: 'missing', path: 'PID-5' },
        { messageId: 'missing', path: 'PV1-2' },
      ],
    },
    {
      title: 'only separators in the identifier list',
      pack,
      message: adt('A01', { 'PID-3': '^^^~^^^' }),
      findings: [{ messageId: 'missing', path: 'PID-3' }],
    },
  ],
};
