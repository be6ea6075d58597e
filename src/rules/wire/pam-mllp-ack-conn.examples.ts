import type { Examples } from '../examples.js';
import { ack, adt } from '../hl7v2/example-messages.js';

const sent = adt('A28');

export const examples: Examples = {
  passed: [
    { title: 'answered on the same connection', exchange: { sent, answers: [ack('A28')] } },
    { title: 'nothing came in time: told by PAM-ACK-TIMEOUT', exchange: { sent, answers: [], silence: 'timeout' } },
  ],
  failed: [
    {
      title: 'connection closed without an answer',
      exchange: { sent, answers: [], silence: 'closed' },
      findings: [{ messageId: 'closed', path: 'MSH-10' }],
    },
    {
      title: 'the answer is no HL7 message',
      exchange: { sent, answers: [], silence: 'unreadable' },
      findings: [{ messageId: 'unreadable', path: 'MSH-10' }],
    },
  ],
  inapplicable: [
    {
      title: 'the sender asks for no answer at all',
      exchange: { sent: adt('A28', { 'MSH-15': 'NE', 'MSH-16': 'NE' }), answers: [], silence: 'closed' },
    },
  ],
};
