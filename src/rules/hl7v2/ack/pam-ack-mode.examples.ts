import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');
const enhanced = adt('A28', { 'MSH-15': 'AL', 'MSH-16': 'NE' });
const parameters = { enhancedAcknowledgement: true };

export const examples: Examples = {
  passed: [
    { title: 'original mode, AA', exchange: { sent, answers: [ack('A28')] } },
    {
      title: 'enhanced mode agreed, CA',
      exchange: { sent: enhanced, answers: [ack('A28', { 'MSA-1': 'CA' })] },
      parameters,
    },
    {
      title: 'enhanced mode agreed, CA then AA',
      exchange: {
        sent: adt('A28', { 'MSH-15': 'AL', 'MSH-16': 'AL' }),
        answers: [ack('A28', { 'MSA-1': 'CA' }), ack('A28')],
      },
      parameters,
    },
  ],
  failed: [
    {
      title: 'CA in original mode',
      exchange: { sent, answers: [ack('A28', { 'MSA-1': 'CA' })] },
      findings: [{ messageId: 'commitUnasked', path: 'MSA-1', severity: 'error' }],
    },
    {
      title: 'AA where an accept acknowledgement was asked for',
      exchange: { sent: enhanced, answers: [ack('A28')] },
      parameters,
      findings: [{ messageId: 'commitMissing', path: 'MSA-1' }],
    },
    {
      title: 'two answers in original mode',
      exchange: { sent, answers: [ack('A28'), ack('A28', { 'MSH-10': 'ACK-0002' })] },
      findings: [{ messageId: 'twice', path: 'MSH' }],
    },
  ],
  inapplicable: [
    { title: 'no answer', exchange: { sent, answers: [], silence: 'timeout' } },
    {
      title: 'enhanced mode asked for without agreement',
      exchange: { sent: enhanced, answers: [ack('A28', { 'MSA-1': 'CA' })] },
      parameters: { enhancedAcknowledgement: false },
    },
  ],
};
