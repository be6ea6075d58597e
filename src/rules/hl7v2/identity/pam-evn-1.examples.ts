import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'empty', message: adt('A28') }],
  failed: [
    {
      title: 'the same event',
      message: adt('A28', { 'EVN-1': 'A28' }),
      findings: [{ messageId: 'repeated', path: 'EVN-1', severity: 'information' }],
    },
    {
      title: 'another event',
      message: adt('A28', { 'EVN-1': 'A31' }),
      findings: [{ messageId: 'contradicts', path: 'EVN-1', severity: 'information' }],
    },
  ],
  inapplicable: [{ title: 'no event in the message', message: ack('A28') }],
};
