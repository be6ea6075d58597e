import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');

export const examples: Examples = {
  passed: [
    { title: 'AA', exchange: { sent, answers: [ack('A28')] } },
    { title: 'CE: the mode is another rule', exchange: { sent, answers: [ack('A28', { 'MSA-1': 'CE' })] } },
  ],
  failed: [
    {
      title: 'a word of its own',
      exchange: { sent, answers: [ack('A28', { 'MSA-1': 'OK' })] },
      findings: [{ messageId: 'unknown', path: 'MSA-1', severity: 'error' }],
    },
    {
      title: 'empty code',
      exchange: { sent, answers: [ack('A28', { 'MSA-1': '' })] },
      findings: [{ messageId: 'empty', path: 'MSA-1' }],
    },
    {
      title: 'an answer without MSA',
      exchange: { sent, answers: [ack('A28', { MSA: null })] },
      findings: [{ messageId: 'noMsa', path: 'MSA' }],
    },
  ],
  inapplicable: [{ title: 'no answer', exchange: { sent, answers: [], silence: 'timeout' } }],
};
