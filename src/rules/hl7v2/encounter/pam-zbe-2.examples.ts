import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'to the second', message: adt('A01') },
    { title: 'to the minute, with a time zone', message: adt('A01', { 'ZBE-2': '202601051015+0100' }) },
  ],
  failed: [
    {
      title: 'empty',
      message: adt('A01', { 'ZBE-2': '' }),
      findings: [{ messageId: 'missing', path: 'ZBE-2', severity: 'error' }],
    },
    {
      title: 'a French date',
      message: adt('A01', { 'ZBE-2': '05/01/2026 10:15' }),
      findings: [{ messageId: 'notATime', path: 'ZBE-2' }],
    },
    {
      title: 'a day that does not exist',
      message: adt('A01', { 'ZBE-2': '20260230' }),
      findings: [{ messageId: 'notATime', path: 'ZBE-2' }],
    },
  ],
  inapplicable: [{ title: 'no movement', message: adt('A31') }],
};
