import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'last discharge', message: adt('A03', { 'PV1-41': 'D' }) },
    { title: 'correction of a discharge', message: adt('Z99', { 'ZBE-6': 'A03', 'PV1-41': 'D' }) },
  ],
  failed: [
    {
      title: 'at admission',
      message: adt('A01', { 'PV1-41': 'N' }),
      findings: [{ messageId: 'early', path: 'PV1-41', severity: 'warning' }],
    },
    {
      title: 'correction of an admission',
      message: adt('Z99', { 'PV1-41': 'D' }),
      findings: [{ messageId: 'early', path: 'PV1-41' }],
    },
  ],
  inapplicable: [{ title: 'not valued', message: adt('A01') }],
};
