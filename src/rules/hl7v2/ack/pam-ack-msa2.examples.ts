import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');

export const examples: Examples = {
  passed: [{ title: 'echoed', exchange: { sent, answers: [ack('A28')] } }],
  failed: [
    {
      title: 'the control id of the answer itself',
      exchange: { sent, answers: [ack('A28', { 'MSA-2': 'ACK-0001' })] },
      findings: [{ messageId: 'other', path: 'MSA-2', severity: 'error' }],
    },
    {
      title: 'a changed case',
      exchange: { sent, answers: [ack('A28', { 'MSA-2': 'harn-0001' })] },
      findings: [{ messageId: 'other', path: 'MSA-2' }],
    },
    {
      title: 'empty',
      exchange: { sent, answers: [ack('A28', { 'MSA-2': '' })] },
      findings: [{ messageId: 'empty', path: 'MSA-2' }],
    },
  ],
  inapplicable: [
    { title: 'no answer', exchange: { sent, answers: [], silence: 'timeout' } },
    { title: 'no MSA at all', exchange: { sent, answers: [ack('A28', { MSA: null })] } },
  ],
};
