import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';

export const examples: Examples = {
  passed: [{ title: 'two identifiers in a list without limit', pack, message: adt('A01') }],
  failed: [
    {
      title: 'two birth dates',
      pack,
      message: adt('A01', { 'PID-7': '19790328~19790329' }),
      findings: [{ messageId: 'tooMany', path: 'PID-7[2]' }],
    },
  ],
};
