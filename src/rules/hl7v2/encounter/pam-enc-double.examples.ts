import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { movement } from './example-movements.js';

const sameTime = { 'ZBE-2': '20260105101500' };

export const examples: Examples = {
  passed: [
    { title: 'movements one after another', sequence: [movement('A01', 1), movement('A02', 2)] },
    {
      title: 'one movement in two messages',
      sequence: [movement('A02', 1, sameTime), movement('A02', 2, sameTime, 1)],
    },
    {
      title: 'the first one was cancelled',
      sequence: [movement('A02', 1, sameTime), movement('A12', 2, sameTime, 1), movement('A02', 3, sameTime)],
    },
    {
      title: 'another patient',
      sequence: [
        movement('A01', 1, sameTime),
        movement('A01', 2, { ...sameTime, 'PID-3.1': 'T0005', 'PV1-19.1': 'V0005' }),
      ],
    },
  ],
  failed: [
    {
      title: 'the same transfer under another id',
      sequence: [movement('A02', 1, sameTime), movement('A02', 2, sameTime)],
      findings: [{ messageId: 'double', path: 'ZBE-1', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'identity messages only', sequence: [adt('A28')] }],
};
