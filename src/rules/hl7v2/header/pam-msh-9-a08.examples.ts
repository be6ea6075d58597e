import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'a correction of the identity by A31', message: adt('A31') }],
  failed: [{ title: 'A08', message: adt('A08'), findings: [{ messageId: 'excluded', path: 'MSH-9.2' }] }],
  inapplicable: [{ title: 'acknowledgement', message: ack('A08') }],
};
