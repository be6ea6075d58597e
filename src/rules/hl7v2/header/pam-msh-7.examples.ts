import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'to the second', message: adt('A28') },
    { title: 'with fraction and zone', message: adt('A28', { 'MSH-7': '20260105101500.1234+0100' }) },
    { title: '29 February of a leap year', message: adt('A28', { 'MSH-7': '202402291200' }) },
  ],
  failed: [
    { title: 'empty', message: adt('A28', { 'MSH-7': '' }), findings: [{ messageId: 'missing', path: 'MSH-7' }] },
    {
      title: 'ISO 8601 form',
      message: adt('A28', { 'MSH-7': '2026-01-05T10:15:00' }),
      findings: [{ messageId: 'notATimestamp', path: 'MSH-7.1' }],
    },
    {
      title: 'a day that does not exist',
      message: adt('A28', { 'MSH-7': '20260230101500' }),
      findings: [{ messageId: 'notATimestamp', path: 'MSH-7.1' }],
    },
  ],
};
