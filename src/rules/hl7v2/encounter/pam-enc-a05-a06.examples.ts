import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { movement } from './example-movements.js';

export const examples: Examples = {
  passed: [
    { title: 'confirmed by A01', sequence: [movement('A05', 1), movement('A01', 2)] },
    { title: 'admitted first, then changed', sequence: [movement('A05', 1), movement('A04', 2), movement('A06', 3)] },
  ],
  failed: [
    {
      title: 'confirmed by A06',
      sequence: [movement('A05', 1, { 'PV1-2': 'O' }), movement('A06', 2)],
      findings: [{ messageId: 'confirmed', path: 'MSH-9.2', severity: 'warning' }],
    },
    {
      title: 'confirmed by A07',
      sequence: [movement('A05', 1), movement('A07', 2)],
      findings: [{ messageId: 'confirmed', path: 'MSH-9.2' }],
    },
  ],
  inapplicable: [{ title: 'identity messages only', sequence: [adt('A28')] }],
};
