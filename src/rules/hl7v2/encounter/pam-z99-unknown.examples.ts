import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { movement } from './example-movements.js';

export const examples: Examples = {
  passed: [
    { title: 'the admission is corrected', sequence: [movement('A01', 1), movement('Z99', 2, {}, 1)] },
    {
      title: 'the sequence starts in the middle of the stay',
      sequence: [movement('A02', 5), movement('Z99', 6, {}, 1)],
    },
    {
      title: 'a pre-admission before the sequence',
      sequence: [movement('A01', 2), movement('Z99', 3, { 'ZBE-6': 'A05' }, 1)],
    },
  ],
  failed: [
    {
      title: 'a transfer nobody sent',
      sequence: [movement('A01', 1), movement('Z99', 2, { 'ZBE-6': 'A02' }, 7)],
      findings: [{ messageId: 'unknown', path: 'ZBE-1', severity: 'error' }],
    },
    {
      title: 'a cancelled transfer',
      sequence: [
        movement('A01', 1),
        movement('A02', 2),
        movement('A12', 3, {}, 2),
        movement('Z99', 4, { 'ZBE-6': 'A02' }, 2),
      ],
      findings: [{ messageId: 'cancelled', path: 'ZBE-1' }],
    },
  ],
  inapplicable: [{ title: 'identity messages only', sequence: [adt('A28')] }],
};
