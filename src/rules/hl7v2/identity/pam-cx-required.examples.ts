import type { Examples } from '../../examples.js';
import { adt, withSegment } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'account and visit', message: adt('A01') },
    { title: 'PID-3 has a rule of its own', message: adt('A28', { 'PID-3': 'T0001' }) },
    { title: 'a forbidden field has a rule of its own', message: adt('A28', { 'PID-2': 'T0001' }) },
    { title: 'an account deleted', message: adt('A31', { 'PID-18': '""' }) },
  ],
  failed: [
    {
      title: 'bare visit number',
      message: adt('A01', { 'PV1-19': 'V0001' }),
      findings: [{ messageId: 'noAuthority', path: 'PV1-19.4.1', severity: 'error' }],
    },
    {
      title: 'merged identity without value',
      message: adt('A40', { 'MRG-1.1': '' }),
      findings: [{ messageId: 'noValue', path: 'MRG-1.1', severity: 'error' }],
    },
    {
      title: 'identifier of an insurer: a warning',
      message: withSegment(adt('A01'), 'ZFD', 'IN1|1|AMO|01751000'),
      findings: [{ messageId: 'noAuthority', path: 'IN1-3.4.1', severity: 'warning' }],
    },
  ],
};
