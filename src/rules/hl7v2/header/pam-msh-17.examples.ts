import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'FRA', message: adt('A28') }],
  failed: [
    { title: 'empty', message: adt('A28', { 'MSH-17': '' }), findings: [{ messageId: 'missing', path: 'MSH-17' }] },
    {
      title: 'two letters',
      message: adt('A28', { 'MSH-17': 'FR' }),
      findings: [{ messageId: 'twoLetters', path: 'MSH-17' }],
    },
    {
      title: 'another country',
      message: adt('A28', { 'MSH-17': 'BEL' }),
      findings: [{ messageId: 'wrong', path: 'MSH-17' }],
    },
  ],
};
