import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { movement } from './example-movements.js';

export const examples: Examples = {
  passed: [
    {
      title: 'a new number after the cancel',
      sequence: [movement('A01', 1), movement('A11', 2, {}, 1), movement('A01', 3, { 'PV1-19.1': 'V0002' })],
    },
    {
      title: 'the pre-admission remains when the admission is cancelled',
      sequence: [movement('A05', 1), movement('A01', 2), movement('A11', 3, {}, 2), movement('A01', 4)],
    },
    {
      title: 'so it does when PV1-5 says that there was one',
      sequence: [movement('A01', 2), movement('A11', 3, { 'PV1-5': 'D0001^^^GAM-SIM^AN' }, 2), movement('A01', 4)],
    },
    {
      title: 'a discharge is not a cancel',
      sequence: [movement('A01', 1), movement('A03', 2), movement('A13', 3, {}, 2)],
    },
  ],
  failed: [
    {
      title: 'admitted again under the cancelled number',
      sequence: [movement('A01', 1), movement('A11', 2, {}, 1), movement('A01', 3)],
      findings: [{ messageId: 'reused', path: 'PV1-19', severity: 'error' }],
    },
    {
      title: 'pre-admission cancelled, then the patient comes',
      sequence: [movement('A05', 1), movement('A38', 2, {}, 1), movement('A01', 3), movement('A02', 4)],
      findings: [{ messageId: 'reused', path: 'PV1-19' }],
    },
  ],
  inapplicable: [{ title: 'identity messages only', sequence: [adt('A28')] }],
};
