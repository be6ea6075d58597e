import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'a transfer by A02', message: adt('A02') },
    { title: 'Z99 is still there', message: adt('Z99') },
  ],
  failed: [
    { title: 'first of the former events', message: adt('Z80'), findings: [{ messageId: 'removed', path: 'MSH-9.2' }] },
    { title: 'last of the former events', message: adt('Z89'), findings: [{ messageId: 'removed', path: 'MSH-9.2' }] },
  ],
  inapplicable: [{ title: 'acknowledgement', message: ack('A28') }],
};
