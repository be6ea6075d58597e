import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: '2.11', message: adt('A28') },
    { title: 'another version is left to PAM-MSH-12-PROFILE', message: adt('A28', { 'MSH-12.3': '2.10' }) },
  ],
  failed: [
    {
      title: '2.11.2',
      message: adt('A28', { 'MSH-12.3': '2.11.2' }),
      findings: [{ messageId: 'minor', path: 'MSH-12.3' }],
    },
  ],
};
