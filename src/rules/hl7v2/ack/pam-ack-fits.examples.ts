import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');
const ERR = 'ERR||PID^1^3|101^Required field missing^HL70357|E';
const refusal = ack('A28', { 'MSA-1': 'AE', ERR });

export const examples: Examples = {
  passed: [
    {
      title: 'a good message accepted',
      exchange: { sent, answers: [ack('A28')], judgedSent: { failed: false, hl7Errors: [] } },
    },
    {
      title: 'a faulty message refused',
      exchange: { sent, answers: [refusal], judgedSent: { failed: true, hl7Errors: ['101'] } },
    },
    {
      title: 'an unknown event ignored',
      exchange: { sent, answers: [ack('A28')], judgedSent: { failed: true, hl7Errors: ['201'] } },
    },
    {
      title: 'an error that no acknowledgement carries',
      exchange: { sent, answers: [ack('A28')], judgedSent: { failed: true, hl7Errors: [] } },
    },
  ],
  failed: [
    {
      title: 'a faulty message accepted',
      exchange: { sent, answers: [ack('A28')], judgedSent: { failed: true, hl7Errors: ['101'] } },
      findings: [{ messageId: 'acceptedFaulty', path: 'MSA-1', severity: 'warning' }],
    },
    {
      title: 'a good message refused',
      exchange: { sent, answers: [refusal], judgedSent: { failed: false, hl7Errors: [] } },
      findings: [{ messageId: 'refusedSound', path: 'MSA-1', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'the message was not judged', exchange: { sent, answers: [ack('A28')] } }],
};
