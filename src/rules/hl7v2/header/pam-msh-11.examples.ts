import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'test', message: adt('A28') },
    { title: 'debugging, as in the official samples', message: adt('A28', { 'MSH-11': 'D' }) },
    { title: 'production, current processing', message: adt('A28', { 'MSH-11': 'P^T' }) },
  ],
  failed: [
    { title: 'empty', message: adt('A28', { 'MSH-11': '' }), findings: [{ messageId: 'missing', path: 'MSH-11' }] },
    {
      title: 'a word instead of a code',
      message: adt('A28', { 'MSH-11': 'PROD' }),
      findings: [{ messageId: 'unknown', path: 'MSH-11.1' }],
    },
  ],
};
