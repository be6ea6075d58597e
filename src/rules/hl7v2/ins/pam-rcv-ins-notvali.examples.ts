import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A31', { 'PID-32': 'PROV' });
const ERR = 'ERR||PID^1^32|103^Table value not found^HL70357|E';

export const examples: Examples = {
  passed: [{ title: 'accepted; the record itself needs a capture', exchange: { sent, answers: [ack('A31')] } }],
  failed: [
    {
      title: 'refused with AE',
      exchange: { sent, answers: [ack('A31', { 'MSA-1': 'AE', ERR })] },
      findings: [{ messageId: 'refused', path: 'MSA-1', severity: 'error' }],
    },
    {
      title: 'refused with AR',
      exchange: { sent, answers: [ack('A31', { 'MSA-1': 'AR', ERR })] },
      findings: [{ messageId: 'refused', path: 'MSA-1' }],
    },
  ],
  inapplicable: [
    { title: 'validated identity', exchange: { sent: adt('A31'), answers: [ack('A31')] } },
    {
      title: 'no INS',
      exchange: { sent: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI', 'PID-32': 'PROV' }), answers: [ack('A31')] },
    },
    { title: 'no answer', exchange: { sent, answers: [], silence: 'timeout' } },
  ],
};
