import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'both dates', message: adt('A01') },
    { title: 'identity message: EVN-2 is enough', message: adt('A28', { 'EVN-6': '' }) },
    { title: 'pending transfer: it has not occurred', message: adt('A15', { 'EVN-6': '' }) },
    { title: 'cancel', message: adt('A11', { 'EVN-6': '' }) },
  ],
  failed: [
    {
      title: 'not recorded',
      message: adt('A28', { 'EVN-2': '' }),
      findings: [{ messageId: 'notRecorded', path: 'EVN-2' }],
    },
    {
      title: 'admission without its date',
      message: adt('A01', { 'EVN-6': '' }),
      findings: [{ messageId: 'notOccurred', path: 'EVN-6' }],
    },
    {
      title: 'update without any date',
      message: adt('Z99', { EVN: 'EVN' }),
      findings: [
        { messageId: 'notRecorded', path: 'EVN-2' },
        { messageId: 'notOccurred', path: 'EVN-6' },
      ],
    },
  ],
  inapplicable: [{ title: 'no event in the message', message: ack('A28') }],
};
