import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'an event of ITI-30', message: adt('A28') },
    { title: 'a French event of ITI-31', message: adt('Z99') },
    { title: 'an excluded event is left to its own rule', message: adt('A08') },
  ],
  failed: [
    {
      title: 'an event PAM does not know',
      message: adt('A99'),
      findings: [{ messageId: 'unknownEvent', path: 'MSH-9.2' }],
    },
    {
      title: 'no event',
      message: adt('A28', { 'MSH-9': 'ADT' }),
      findings: [{ messageId: 'missingEvent', path: 'MSH-9.2' }],
    },
    {
      title: 'a result message',
      message: adt('A28', { 'MSH-9': 'ORU^R01^ORU_R01' }),
      findings: [{ messageId: 'notAdt', path: 'MSH-9.1' }],
    },
    {
      title: 'an event that names a property of every object',
      message: adt('A28', { 'MSH-9.2': 'constructor' }),
      findings: [{ messageId: 'unknownEvent', path: 'MSH-9.2' }],
    },
  ],
  inapplicable: [{ title: 'acknowledgement', message: ack('A28') }],
};
