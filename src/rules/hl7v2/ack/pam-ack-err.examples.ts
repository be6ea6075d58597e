import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const sent = adt('A28');
const refused = (err: string | null) => ack('A28', { 'MSA-1': 'AE', ERR: err });

export const examples: Examples = {
  passed: [
    {
      title: 'place, code and severity',
      exchange: { sent, answers: [refused('ERR||PID^1^3|101^Required field missing^HL70357|E')] },
    },
    {
      title: 'an error without a place',
      exchange: { sent, answers: [refused('ERR|||207^Application internal error^HL70357|E')] },
    },
    {
      title: 'accepted with a warning',
      exchange: { sent, answers: [ack('A28', { ERR: 'ERR||PID^1^7|101^Required field missing^HL70357|W' })] },
    },
    {
      title: 'HL7 2.3.1: text in MSA-3',
      exchange: {
        sent: adt('A28', { 'MSH-12': '2.3.1' }),
        answers: [ack('A28', { 'MSH-12': '2.3.1', 'MSA-1': 'AE', 'MSA-3': 'PID-3 missing' })],
      },
    },
  ],
  failed: [
    {
      title: 'AE without ERR',
      exchange: { sent, answers: [refused(null)] },
      findings: [{ messageId: 'noErr', path: 'ERR', severity: 'error' }],
    },
    {
      title: 'neither code nor severity',
      exchange: { sent, answers: [refused('ERR||PID^1^3')] },
      findings: [
        { messageId: 'noCode', path: 'ERR-3' },
        { messageId: 'noSeverity', path: 'ERR-4' },
      ],
    },
    {
      title: 'codes of its own',
      exchange: { sent, answers: [refused('ERR||PID^1^3|MISSING^^HL70357|HIGH')] },
      findings: [
        { messageId: 'unknownCode', path: 'ERR-3.1' },
        { messageId: 'unknownSeverity', path: 'ERR-4' },
      ],
    },
    {
      title: 'a place written for people',
      exchange: { sent, answers: [refused('ERR||PID-3|101^Required field missing^HL70357|E')] },
      findings: [{ messageId: 'place', path: 'ERR-2' }],
    },
    {
      title: 'the coding system of the CDA document: an observation',
      exchange: { sent, answers: [refused('ERR||PID^1^3|101^Required field missing^messageErrorCondition|E')] },
      findings: [{ messageId: 'codingSystem', path: 'ERR-3.3', severity: 'information' }],
    },
    {
      title: 'ERR-1 of old versions as well',
      exchange: { sent, answers: [refused('ERR|PID^1^3|PID^1^3|101^Required field missing^HL70357|E')] },
      findings: [{ messageId: 'oldPlace', path: 'ERR-1', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'accepted without ERR', exchange: { sent, answers: [ack('A28')] } }],
};
