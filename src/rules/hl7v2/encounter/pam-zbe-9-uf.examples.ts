import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'three units', message: adt('A01') },
    { title: 'accommodation only', message: adt('A21') },
    { title: 'no unit changes', message: adt('A02', { 'ZBE-7': '', 'ZBE-8': '', 'ZBE-9': 'D' }) },
    { title: 'pre-admission without a place', message: adt('A05', { 'PV1-3': '' }) },
  ],
  failed: [
    {
      title: 'medical unit forgotten',
      message: adt('A02', { 'ZBE-7': '', 'ZBE-9': 'SM' }),
      findings: [{ messageId: 'medical', path: 'ZBE-7.10', severity: 'warning' }],
    },
    {
      title: 'care unit forgotten',
      message: adt('A02', { 'ZBE-8': '' }),
      findings: [{ messageId: 'care', path: 'ZBE-8.10' }],
    },
    {
      title: 'correction of the accommodation without a place',
      message: adt('Z99', { 'PV1-3': '', 'ZBE-9': 'H' }),
      findings: [{ messageId: 'accommodation', path: 'PV1-3.1' }],
    },
  ],
  inapplicable: [
    { title: 'a cancel', message: adt('A12', { 'ZBE-7': '' }) },
    { title: 'correction of status', message: adt('Z99', { 'ZBE-7': '', 'ZBE-8': '', 'ZBE-9': 'C' }) },
  ],
};
