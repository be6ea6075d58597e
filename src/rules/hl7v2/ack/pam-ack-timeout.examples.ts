import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');

export const examples: Examples = {
  passed: [
    { title: 'answered', exchange: { sent, answers: [ack('A28')] } },
    { title: 'closed: told by PAM-MLLP-ACK-CONN', exchange: { sent, answers: [], silence: 'closed' } },
  ],
  failed: [
    {
      title: 'nothing came',
      exchange: { sent, answers: [], silence: 'timeout' },
      findings: [{ messageId: 'none', path: 'MSH-10', severity: 'error' }],
    },
  ],
  inapplicable: [
    {
      title: 'the sender asks for no answer at all',
      exchange: { sent: adt('A28', { 'MSH-15': 'NE', 'MSH-16': 'NE' }), answers: [], silence: 'timeout' },
    },
  ],
};
