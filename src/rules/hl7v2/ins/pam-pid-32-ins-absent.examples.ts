import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const PI = 'T0001^^^GAM-SIM^PI';

export const examples: Examples = {
  passed: [
    { title: 'qualified, with its INS', message: adt('A31') },
    { title: 'validated on paper, no INSi', message: adt('A31', { 'PID-3': PI, 'ZFD-5': 'SM' }) },
    { title: 'retrieved identity', message: adt('A31', { 'PID-3': PI, 'PID-32': 'PROV' }) },
  ],
  failed: [
    {
      title: 'qualified without INS',
      message: adt('A31', { 'PID-3': PI }),
      findings: [{ messageId: 'absent', path: 'PID-3', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'no ZFD', message: adt('A31', { 'PID-3': PI, ZFD: null }) }],
};
