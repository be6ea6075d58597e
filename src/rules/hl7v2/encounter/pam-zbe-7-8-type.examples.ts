import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'UF', message: adt('A01') },
    { title: 'no unit', message: adt('A21') },
  ],
  failed: [
    {
      title: 'the international word',
      message: adt('A01', { 'ZBE-7.7': 'Ward' }),
      findings: [{ messageId: 'notUf', path: 'ZBE-7.7', severity: 'error' }],
    },
    {
      title: 'a service',
      message: adt('A01', { 'ZBE-8.7': 'SRV' }),
      findings: [{ messageId: 'notUf', path: 'ZBE-8.7' }],
    },
  ],
  inapplicable: [{ title: 'no movement', message: adt('A31') }],
};
