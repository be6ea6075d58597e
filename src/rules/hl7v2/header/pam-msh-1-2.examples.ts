import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'recommended separators', message: adt('A28') }],
  failed: [
    {
      title: 'another field separator',
      message: adt('A28').replaceAll('|', '#'),
      findings: [{ messageId: 'fieldSeparator', path: 'MSH-1' }],
    },
    {
      title: 'repetition separator changed',
      message: adt('A28').replaceAll('~', '!'),
      findings: [{ messageId: 'encodingCharacters', path: 'MSH-2' }],
    },
    {
      title: 'sub-component separator left out',
      message: adt('A28', { 'MSH-2': '^~\\' }),
      findings: [{ messageId: 'encodingCharacters', path: 'MSH-2' }],
    },
  ],
};
