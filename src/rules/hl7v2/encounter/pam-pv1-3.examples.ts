import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'admission with its unit', message: adt('A01') },
    { title: 'unit only, no room', message: adt('A04', { 'PV1-3': '2100' }) },
  ],
  failed: [
    {
      title: 'admission without a place',
      message: adt('A01', { 'PV1-3': '' }),
      findings: [{ messageId: 'missing', path: 'PV1-3.1', severity: 'error' }],
    },
    {
      title: 'room and bed without the unit',
      message: adt('A02', { 'PV1-3': '^101^A' }),
      findings: [{ messageId: 'missing', path: 'PV1-3.1' }],
    },
    {
      title: 'cancel of a transfer without the unit that is current again',
      message: adt('A12', { 'PV1-3': '' }),
      findings: [{ messageId: 'missing', path: 'PV1-3.1' }],
    },
  ],
  inapplicable: [
    { title: 'pre-admission', message: adt('A05', { 'PV1-3': '' }) },
    { title: 'identity message', message: adt('A28') },
  ],
};
