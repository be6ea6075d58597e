import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'INSI with its date', message: adt('A31') },
    { title: 'an admission', message: adt('A01') },
  ],
  failed: [
    {
      title: 'typed by hand',
      message: adt('A31', { 'ZFD-5': 'SM' }),
      findings: [{ messageId: 'origin', path: 'ZFD-5', severity: 'warning' }],
    },
    {
      title: 'without the date of the query',
      message: adt('A31', { 'ZFD-6': '' }),
      findings: [{ messageId: 'date', path: 'ZFD-6' }],
    },
    {
      title: 'no ZFD',
      message: adt('A31', { ZFD: null }),
      findings: [{ messageId: 'absent', path: 'ZFD' }],
    },
  ],
  inapplicable: [
    { title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI', 'ZFD-5': 'SM' }) },
    { title: 'an event without ZFD', message: adt('A40') },
  ],
};
