import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'everything changes', message: adt('A01') },
    { title: 'bed only', message: adt('A02', { 'ZBE-9': 'L' }) },
  ],
  failed: [
    {
      title: 'letters in another order',
      message: adt('A01', { 'ZBE-9': 'SMH' }),
      findings: [{ messageId: 'unknown', path: 'ZBE-9', severity: 'error' }],
    },
    {
      title: 'empty',
      message: adt('A01', { 'ZBE-9': '' }),
      findings: [{ messageId: 'missing', path: 'ZBE-9' }],
    },
    {
      title: 'HM of the scenarios: a warning',
      message: adt('A02', { 'ZBE-9': 'HM' }),
      findings: [{ messageId: 'scenario', path: 'ZBE-9', severity: 'warning' }],
    },
    {
      title: 'HMC of the scenarios: a warning',
      message: adt('Z99', { 'ZBE-9': 'HMC' }),
      findings: [{ messageId: 'scenario', path: 'ZBE-9', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'no movement', message: adt('A31') }],
};
