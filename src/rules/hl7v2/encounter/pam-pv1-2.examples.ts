import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'inpatient', message: adt('A01') },
    { title: 'remote monitoring', message: adt('A04', { 'PV1-2': 'V' }) },
    { title: 'identity message', message: adt('A28') },
  ],
  failed: [
    {
      title: 'preadmit, an international class',
      message: adt('A05', { 'PV1-2': 'P' }),
      findings: [{ messageId: 'unknown', path: 'PV1-2', severity: 'error' }],
    },
    {
      title: 'empty',
      message: adt('A01', { 'PV1-2': '' }),
      findings: [{ messageId: 'missing', path: 'PV1-2' }],
    },
  ],
  inapplicable: [{ title: 'a message without PV1', message: adt('A40') }],
};
