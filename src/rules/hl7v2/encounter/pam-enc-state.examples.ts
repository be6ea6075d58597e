import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { movement } from './example-movements.js';

const path = 'MSH-9.2';

export const examples: Examples = {
  passed: [
    {
      title: 'pre-admission, stay, leave, discharge',
      sequence: [
        movement('A05', 1),
        movement('A01', 2),
        movement('A02', 3),
        movement('A21', 4),
        movement('A22', 5),
        movement('A03', 6),
      ],
    },
    {
      title: 'discharge cancelled, admission corrected, everything undone in reverse order',
      sequence: [
        movement('A05', 1),
        movement('A01', 2),
        movement('A03', 3),
        movement('A13', 4, {}, 3),
        movement('Z99', 5, {}, 2),
        movement('A11', 6, {}, 2),
        movement('A38', 7, {}, 1),
      ],
    },
    {
      title: 'the sequence starts in the middle of a stay',
      sequence: [movement('A02', 1), movement('A22', 2), movement('A03', 3)].slice(1),
    },
    {
      title: 'return from leave cancelled: on leave again',
      sequence: [
        movement('A01', 1),
        movement('A21', 2),
        movement('A22', 3),
        movement('A53', 4, {}, 3),
        movement('A52', 5, {}, 2),
        movement('A02', 6),
      ],
    },
    {
      title: 'a forgotten movement inserted after the discharge',
      sequence: [movement('A01', 1), movement('A03', 5), movement('A02', 2, { 'ZBE-5': 'Y' })],
    },
    {
      title: 'a refused admission does not count',
      sequence: [{ message: movement('A01', 1), accepted: false }, movement('A01', 2)],
    },
    {
      title: 'the same message sent again',
      sequence: [movement('A01', 1), movement('A01', 1)],
    },
    {
      title: 'two visits side by side',
      sequence: [movement('A01', 1), movement('A04', 2, { 'PV1-19.1': 'V0002' }), movement('A02', 3)],
    },
  ],
  failed: [
    {
      title: 'admitted twice',
      sequence: [movement('A01', 1), movement('A01', 2)],
      findings: [{ messageId: 'illegal', path, severity: 'warning' }],
    },
    {
      title: 'return without a departure, then a correct end',
      sequence: [movement('A01', 1), movement('A22', 2), movement('A03', 3)],
      findings: [{ messageId: 'illegal', path }],
    },
    {
      title: 'transfer after the discharge',
      sequence: [movement('A01', 1), movement('A03', 2), movement('A02', 3)],
      findings: [{ messageId: 'illegal', path }],
    },
    {
      title: 'departure cancelled before its return',
      sequence: [movement('A01', 1), movement('A21', 2), movement('A22', 3), movement('A52', 4, {}, 2)],
      findings: [{ messageId: 'illegal', path }],
    },
    {
      title: 'inpatient admission of an outpatient',
      sequence: [movement('A01', 1, { 'PV1-2': 'O' })],
      findings: [{ messageId: 'nowhere', path }],
    },
  ],
  inapplicable: [{ title: 'identity messages only', sequence: [adt('A28')] }],
};
