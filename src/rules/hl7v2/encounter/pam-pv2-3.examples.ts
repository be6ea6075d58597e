import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'PV2 without it', message: adt('A04') }],
  failed: [
    {
      title: 'PV2-3',
      message: adt('A04', { 'PV2-3': 'SPL' }),
      findings: [{ messageId: 'legalMode', path: 'PV2-3', severity: 'warning' }],
    },
    {
      title: 'ZFV-10',
      message: adt('A01', { 'ZFV-10': '1' }),
      findings: [{ messageId: 'rimp', path: 'ZFV-10', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'neither segment', message: adt('A28') }],
};
