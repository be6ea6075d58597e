import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'female', message: adt('A31') },
    { title: 'male', message: adt('A31', { 'PID-8': 'M' }) },
  ],
  failed: [
    { title: 'empty', message: adt('A31', { 'PID-8': '' }), findings: [{ messageId: 'missing', path: 'PID-8' }] },
    {
      title: 'unknown',
      message: adt('A31', { 'PID-8': 'U' }),
      findings: [{ messageId: 'notFromInsi', path: 'PID-8' }],
    },
  ],
  inapplicable: [
    { title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI', 'PID-8': 'U' }) },
    { title: 'INS withdrawn', message: adt('A47', { 'PID-3[2].1': '""', 'PID-8': 'U' }) },
  ],
};
