import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'current', message: adt('A02') },
    { title: 'historical', message: adt('A02', { 'ZBE-5': 'Y' }) },
  ],
  failed: [
    {
      title: 'French O for oui',
      message: adt('A02', { 'ZBE-5': 'O' }),
      findings: [{ messageId: 'unknown', path: 'ZBE-5', severity: 'error' }],
    },
    {
      title: 'empty',
      message: adt('A02', { 'ZBE-5': '' }),
      findings: [{ messageId: 'missing', path: 'ZBE-5' }],
    },
  ],
  inapplicable: [{ title: 'no movement', message: adt('A31') }],
};
