import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'a short id', message: adt('A28') },
    { title: 'exactly 20 characters', message: adt('A28', { 'MSH-10': 'HARN-000000000000001' }) },
  ],
  failed: [
    { title: 'empty', message: adt('A28', { 'MSH-10': '' }), findings: [{ messageId: 'missing', path: 'MSH-10' }] },
    {
      title: 'a UUID',
      message: adt('A28', { 'MSH-10': '7a1d3c1e-0000-4000-8000-000000000001' }),
      findings: [{ messageId: 'tooLong', path: 'MSH-10' }],
    },
  ],
};
