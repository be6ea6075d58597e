import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');

export const examples: Examples = {
  passed: [{ title: 'code and control id only', exchange: { sent, answers: [ack('A28')] } }],
  failed: [
    {
      title: 'text in MSA-3',
      exchange: { sent, answers: [ack('A28', { 'MSA-3': 'Message integrated' })] },
      findings: [{ messageId: 'text', path: 'MSA-3', severity: 'warning' }],
    },
    {
      title: 'code in MSA-6',
      exchange: { sent, answers: [ack('A28', { 'MSA-6': '101' })] },
      findings: [{ messageId: 'text', path: 'MSA-6', severity: 'warning' }],
    },
  ],
  inapplicable: [
    { title: 'no answer', exchange: { sent, answers: [], silence: 'timeout' } },
    {
      title: 'HL7 2.3.1, where no other place exists',
      exchange: { sent: adt('A28', { 'MSH-12': '2.3.1' }), answers: [ack('A28', { 'MSA-3': 'Patient unknown' })] },
    },
  ],
};
