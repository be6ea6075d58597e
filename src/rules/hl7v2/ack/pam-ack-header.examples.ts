import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');

export const examples: Examples = {
  passed: [{ title: 'sender and receiver swapped', exchange: { sent, answers: [ack('A28')] } }],
  failed: [
    {
      title: 'header of the message copied as it is',
      exchange: {
        sent,
        answers: [ack('A28', { 'MSH-3': 'GAM-SIM', 'MSH-4': 'ETAB-SIM', 'MSH-5': 'DMN-SUT', 'MSH-6': 'EDITEUR' })],
      },
      findings: [
        { messageId: 'notSwapped', path: 'MSH-3', severity: 'warning' },
        { messageId: 'notSwapped', path: 'MSH-4', severity: 'warning' },
        { messageId: 'notSwapped', path: 'MSH-5', severity: 'warning' },
        { messageId: 'notSwapped', path: 'MSH-6', severity: 'warning' },
      ],
    },
    {
      title: 'production answer to a test message, in another version, without id',
      exchange: { sent, answers: [ack('A28', { 'MSH-10': '', 'MSH-11': 'P', 'MSH-12': '2.3.1' })] },
      findings: [
        { messageId: 'processing', path: 'MSH-11' },
        { messageId: 'noId', path: 'MSH-10' },
        { messageId: 'version', path: 'MSH-12.1' },
      ],
    },
  ],
  inapplicable: [{ title: 'no answer', exchange: { sent, answers: [], silence: 'timeout' } }],
};
