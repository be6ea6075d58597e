import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'admission inserted', message: adt('A01') },
    { title: 'admission cancelled', message: adt('A11') },
    { title: 'A06 that cancels an A07', message: adt('A06', { 'ZBE-4': 'CANCEL', 'ZBE-6': 'A07' }) },
  ],
  failed: [
    {
      title: 'a transfer that says CANCEL',
      message: adt('A02', { 'ZBE-4': 'CANCEL', 'ZBE-6': 'A02' }),
      findings: [{ messageId: 'other', path: 'ZBE-4', severity: 'error' }],
    },
    {
      title: 'a correction without Z99',
      message: adt('A01', { 'ZBE-4': 'UPDATE', 'ZBE-6': 'A01' }),
      findings: [{ messageId: 'other', path: 'ZBE-4' }],
    },
    {
      title: 'a cancel that says INSERT',
      message: adt('A12', { 'ZBE-4': 'INSERT', 'ZBE-6': '' }),
      findings: [{ messageId: 'other', path: 'ZBE-4' }],
    },
  ],
  inapplicable: [
    { title: 'no movement', message: adt('A31') },
    { title: 'a correction', message: adt('Z99', { 'ZBE-4': 'INSERT' }) },
  ],
};
