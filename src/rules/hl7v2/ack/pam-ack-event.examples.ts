import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');

export const examples: Examples = {
  passed: [
    { title: 'ACK^A28^ACK', exchange: { sent, answers: [ack('A28')] } },
    {
      title: 'plain ACK to HL7 2.3.1',
      exchange: { sent: adt('A28', { 'MSH-12': '2.3.1' }), answers: [ack('A28', { 'MSH-9': 'ACK' })] },
    },
  ],
  failed: [
    {
      title: 'plain ACK to HL7 2.5',
      exchange: { sent, answers: [ack('A28', { 'MSH-9': 'ACK' })] },
      findings: [{ messageId: 'incomplete', path: 'MSH-9', severity: 'error' }],
    },
    {
      title: 'the event of another message',
      exchange: { sent, answers: [ack('A01')] },
      findings: [{ messageId: 'otherEvent', path: 'MSH-9' }],
    },
    {
      title: 'the message type of the message received',
      exchange: { sent, answers: [ack('A28', { 'MSH-9': 'ADT^A28^ADT_A05' })] },
      findings: [{ messageId: 'notAck', path: 'MSH-9' }],
    },
  ],
  inapplicable: [{ title: 'no answer', exchange: { sent, answers: [], silence: 'timeout' } }],
};
