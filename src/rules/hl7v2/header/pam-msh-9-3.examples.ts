import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'A28 with its structure', message: adt('A28') },
    { title: 'A40 with its structure', message: adt('A40') },
    {
      title: 'structure of 2.3.1, where the pack tolerates it',
      message: adt('A28', { 'MSH-12.1': '2.3.1', 'MSH-9.3': 'ADT_A01' }),
      parameters: { tolerateStructure231: true },
    },
  ],
  failed: [
    {
      title: 'A28 as ADT_A01',
      message: adt('A28', { 'MSH-9.3': 'ADT_A01' }),
      findings: [{ messageId: 'wrong', path: 'MSH-9.3' }],
    },
    {
      title: 'no structure',
      message: adt('A31', { 'MSH-9': 'ADT^A31' }),
      findings: [{ messageId: 'missing', path: 'MSH-9.3' }],
    },
    {
      title: 'no structure in 2.3.1, tolerated: a warning',
      message: adt('A31', { 'MSH-12.1': '2.3.1', 'MSH-9': 'ADT^A31' }),
      parameters: { tolerateStructure231: true },
      findings: [{ messageId: 'missing', path: 'MSH-9.3', severity: 'warning' }],
    },
    {
      title: 'the tolerance of 2.3.1 does not cover 2.5',
      message: adt('A28', { 'MSH-9.3': 'ADT_A01' }),
      parameters: { tolerateStructure231: true },
      findings: [{ messageId: 'wrong', path: 'MSH-9.3' }],
    },
    {
      title: 'an event newer than 2.3.1',
      message: adt('A54', { 'MSH-12.1': '2.3.1' }),
      parameters: { tolerateStructure231: true },
      findings: [{ messageId: 'eventTooRecent', path: 'MSH-9.2', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'acknowledgement', message: ack('A28') }],
};
