import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'visit number', message: adt('A01') }],
  failed: [
    {
      title: 'account number only',
      message: adt('A01', { 'PV1-19': '' }),
      findings: [{ messageId: 'missing', path: 'PV1-19', severity: 'error' }],
    },
    {
      title: 'authority without a number',
      message: adt('A04', { 'PV1-19.1': '' }),
      findings: [{ messageId: 'missing', path: 'PV1-19' }],
    },
    {
      title: 'typed as an account',
      message: adt('A01', { 'PV1-19.5': 'AN' }),
      findings: [{ messageId: 'notVn', path: 'PV1-19.5', severity: 'warning' }],
    },
  ],
  inapplicable: [
    { title: 'identity message', message: adt('A28') },
    { title: 'a class that is not one of them', message: adt('A01', { 'PV1-2': 'N', 'PV1-19': '' }) },
  ],
};
