import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'status of an admission corrected', message: adt('Z99', { 'ZBE-9': 'C' }) },
    { title: 'status of a pre-admission corrected', message: adt('Z99', { 'ZBE-6': 'A05', 'ZBE-9': 'C' }) },
  ],
  failed: [
    {
      title: 'a transfer',
      message: adt('A02', { 'ZBE-9': 'C' }),
      findings: [{ messageId: 'notACorrection', path: 'ZBE-9', severity: 'error' }],
    },
    {
      title: 'correction of a discharge',
      message: adt('Z99', { 'ZBE-6': 'A03', 'ZBE-9': 'C' }),
      findings: [{ messageId: 'otherMovement', path: 'ZBE-9' }],
    },
  ],
  inapplicable: [{ title: 'another nature', message: adt('A01') }],
};
