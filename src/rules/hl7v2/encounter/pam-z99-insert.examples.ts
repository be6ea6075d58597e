import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'UPDATE', message: adt('Z99') }],
  failed: [
    {
      title: 'INSERT',
      message: adt('Z99', { 'ZBE-4': 'INSERT', 'ZBE-6': '' }),
      findings: [{ messageId: 'notUpdate', path: 'ZBE-4', severity: 'error' }],
    },
    {
      title: 'CANCEL',
      message: adt('Z99', { 'ZBE-4': 'CANCEL' }),
      findings: [{ messageId: 'notUpdate', path: 'ZBE-4' }],
    },
  ],
  inapplicable: [
    { title: 'another event', message: adt('A01') },
    { title: 'Z99 without ZBE: told by the structure', message: adt('Z99', { ZBE: null }) },
  ],
};
