import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';

export const examples: Examples = {
  passed: [
    { title: 'no field beyond the last', pack, message: adt('A01') },
    { title: 'empty fields beyond the last', pack, message: adt('A01', { 'EVN-9': '' }) },
  ],
  failed: [
    {
      title: 'EVN has seven fields in HL7 2.5; one finding a segment',
      pack,
      message: adt('A01', { 'EVN-9': 'X', 'EVN-10': 'Y' }),
      findings: [{ messageId: 'unknown', path: 'EVN-9' }],
    },
  ],
};
