import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { movement } from './example-movements.js';

export const examples: Examples = {
  passed: [
    { title: 'an id each', sequence: [movement('A01', 1), movement('A02', 2), movement('A03', 3)] },
    {
      title: 'a correction and a cancel recall it',
      sequence: [movement('A01', 1), movement('Z99', 2, {}, 1), movement('A11', 3, {}, 1)],
    },
    {
      title: 'one movement in two messages',
      sequence: [movement('A01', 1), movement('A02', 2), movement('A54', 3, {}, 2)],
    },
    {
      title: 'the first message was refused',
      sequence: [{ message: movement('A01', 1), accepted: false }, movement('A01', 2, {}, 1)],
    },
  ],
  failed: [
    {
      title: 'the id of the admission for a transfer',
      sequence: [movement('A01', 1), movement('A02', 2, { 'ZBE-1.1': 'M0001' })],
      findings: [{ messageId: 'reused', path: 'ZBE-1', severity: 'error' }],
    },
    {
      title: 'in another visit',
      sequence: [movement('A01', 1), movement('A04', 2, { 'PV1-19.1': 'V0002' }, 1)],
      findings: [{ messageId: 'reused', path: 'ZBE-1' }],
    },
    {
      title: 'after its cancel',
      sequence: [movement('A01', 1), movement('A02', 2), movement('A12', 3, {}, 2), movement('A02', 4, {}, 2)],
      findings: [{ messageId: 'afterCancel', path: 'ZBE-1' }],
    },
  ],
  inapplicable: [{ title: 'identity messages only', sequence: [adt('A28')] }],
};
