import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'all three empty', message: adt('A28') }],
  failed: [
    {
      title: 'security and continuation pointer',
      message: adt('A28', { 'MSH-8': 'SECRET', 'MSH-14': '1' }),
      findings: [
        { messageId: 'valued', path: 'MSH-8' },
        { messageId: 'valued', path: 'MSH-14' },
      ],
    },
    {
      title: 'alternate character set scheme',
      message: adt('A28', { 'MSH-20': 'ISO 2022-1994' }),
      findings: [{ messageId: 'valued', path: 'MSH-20' }],
    },
  ],
};
