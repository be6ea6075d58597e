import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { movement } from './example-movements.js';

export const examples: Examples = {
  passed: [
    { title: 'emergency, then inpatient', sequence: [movement('A04', 1, { 'PV1-2': 'E' }), movement('A06', 2)] },
    { title: 'inpatient, then outpatient', sequence: [movement('A01', 1), movement('A07', 2)] },
    { title: 'inpatient, then sessions', sequence: [movement('A01', 1), movement('A06', 2, { 'PV1-2': 'R' })] },
    { title: 'class before unknown', sequence: [movement('A06', 1)] },
    {
      title: 'remote monitoring is in no matrix',
      sequence: [movement('A04', 1, { 'PV1-2': 'V' }), movement('A06', 2)],
    },
    {
      title: 'cancel of a change',
      sequence: [
        movement('A04', 1, { 'PV1-2': 'E' }),
        movement('A07', 2),
        movement('A06', 3, { 'PV1-2': 'E', 'ZBE-4': 'CANCEL', 'ZBE-6': 'A07' }, 2),
      ],
    },
  ],
  failed: [
    {
      title: 'A07 to inpatient',
      sequence: [movement('A04', 1), movement('A07', 2, { 'PV1-2': 'I' })],
      findings: [{ messageId: 'otherEvent', path: 'MSH-9.2', severity: 'warning' }],
    },
    {
      title: 'no change at all',
      sequence: [movement('A01', 1), movement('A06', 2)],
      findings: [{ messageId: 'unchanged', path: 'MSH-9.2' }],
    },
  ],
  inapplicable: [{ title: 'identity messages only', sequence: [adt('A28')] }],
};
