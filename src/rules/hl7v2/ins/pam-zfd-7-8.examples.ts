import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'identity card', message: adt('A31') },
    { title: 'a livret de famille has no end of validity', message: adt('A31', { 'ZFD-7': 'LE', 'ZFD-8': '' }) },
  ],
  failed: [
    {
      title: 'validated without a document',
      message: adt('A31', { 'ZFD-7': '', 'ZFD-8': '' }),
      findings: [{ messageId: 'noDocument', path: 'ZFD-7', severity: 'warning' }],
    },
    {
      title: 'no ZFD',
      message: adt('A31', { ZFD: null }),
      findings: [{ messageId: 'noDocument', path: 'ZFD-7' }],
    },
  ],
  inapplicable: [
    {
      title: 'provisional identity',
      message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI', 'PID-32': 'PROV', 'ZFD-7': '' }),
    },
    { title: 'an event without ZFD', message: adt('A47') },
  ],
};
