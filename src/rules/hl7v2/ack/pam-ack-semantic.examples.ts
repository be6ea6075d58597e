import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');
const CONTENT = 'ERR||PID^1^3|101^Required field missing^HL70357|E';
const SUPPORT = 'ERR||MSH^1^9^1^2|201^Unsupported event code^HL70357|E';
const answer = (code: string, err: string | null) => ack('A28', { 'MSA-1': code, ERR: err });

export const examples: Examples = {
  passed: [
    { title: 'AE for a missing field', exchange: { sent, answers: [answer('AE', CONTENT)] } },
    { title: 'AR for an unsupported event', exchange: { sent, answers: [answer('AR', SUPPORT)] } },
    {
      title: 'either for an unknown patient',
      exchange: { sent, answers: [answer('AR', 'ERR|||204^Unknown key identifier^HL70357|E')] },
    },
  ],
  failed: [
    {
      title: 'AR for a missing field',
      exchange: { sent, answers: [answer('AR', CONTENT)] },
      findings: [{ messageId: 'rejectForContent', path: 'MSA-1', severity: 'error' }],
    },
    {
      title: 'AE for an unsupported event',
      exchange: { sent, answers: [answer('AE', SUPPORT)] },
      findings: [{ messageId: 'errorForSupport', path: 'MSA-1' }],
    },
    {
      title: 'AR without ERR where judging found a missing field',
      exchange: { sent, answers: [answer('AR', null)], judgedSent: { failed: true, hl7Errors: ['101'] } },
      findings: [{ messageId: 'rejectForContent', path: 'MSA-1' }],
    },
    {
      title: 'AA with an error',
      exchange: { sent, answers: [answer('AA', CONTENT)] },
      findings: [{ messageId: 'acceptedWithError', path: 'MSA-1', severity: 'warning' }],
    },
  ],
  inapplicable: [
    { title: 'AA and nothing else', exchange: { sent, answers: [ack('A28')] } },
    { title: 'no answer', exchange: { sent, answers: [], silence: 'timeout' } },
  ],
};
