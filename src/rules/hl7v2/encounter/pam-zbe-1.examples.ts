import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'id with its authority', message: adt('A01') },
    { title: 'id and namespace only', message: adt('A01', { 'ZBE-1': '312^CHU-X' }) },
  ],
  failed: [
    {
      title: 'empty',
      message: adt('A01', { 'ZBE-1': '' }),
      findings: [{ messageId: 'missing', path: 'ZBE-1.1', severity: 'error' }],
    },
    {
      title: 'authority without id',
      message: adt('A02', { 'ZBE-1': '^CHU-X' }),
      findings: [{ messageId: 'missing', path: 'ZBE-1.1' }],
    },
  ],
  inapplicable: [{ title: 'no movement', message: adt('A31') }],
};
