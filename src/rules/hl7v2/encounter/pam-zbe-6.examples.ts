import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'a new movement', message: adt('A01') },
    { title: 'an outpatient registration cancelled', message: adt('A11', { 'ZBE-6': 'A04' }) },
    { title: 'a correction', message: adt('Z99') },
    { title: 'A07 that cancels an A06', message: adt('A07', { 'ZBE-4': 'CANCEL', 'ZBE-6': 'A06' }) },
  ],
  failed: [
    {
      title: 'a cancel that does not say of what',
      message: adt('A11', { 'ZBE-6': '' }),
      findings: [{ messageId: 'missing', path: 'ZBE-6', severity: 'error' }],
    },
    {
      title: 'the cancel event itself',
      message: adt('A12', { 'ZBE-6': 'A12' }),
      findings: [{ messageId: 'notCancelled', path: 'ZBE-6' }],
    },
    {
      title: 'a new movement with an original event',
      message: adt('A02', { 'ZBE-6': 'A01' }),
      findings: [{ messageId: 'unexpected', path: 'ZBE-6' }],
    },
    {
      title: 'a correction of a cancel',
      message: adt('Z99', { 'ZBE-6': 'A11' }),
      findings: [{ messageId: 'notInserting', path: 'ZBE-6' }],
    },
  ],
  inapplicable: [{ title: 'no movement', message: adt('A31') }],
};
