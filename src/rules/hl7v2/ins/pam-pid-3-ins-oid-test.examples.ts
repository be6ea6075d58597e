import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const production = { 'PID-3[2].4.2': '1.2.250.1.213.1.4.8' };

export const examples: Examples = {
  passed: [
    { title: 'test OID in test', message: adt('A31'), parameters: { expectedIns: 'test' } },
    {
      title: 'production OID in production',
      message: adt('A31', production),
      parameters: { expectedIns: 'production' },
    },
  ],
  failed: [
    {
      title: 'production OID in test',
      message: adt('A31', production),
      parameters: { expectedIns: 'test' },
      findings: [{ messageId: 'production', path: 'PID-3[2].4.2', severity: 'error' }],
    },
    {
      title: 'test OID in production',
      message: adt('A31'),
      parameters: { expectedIns: 'production' },
      findings: [{ messageId: 'test', path: 'PID-3[2].4.2' }],
    },
  ],
  inapplicable: [
    { title: 'environment not said', message: adt('A31', production), parameters: { expectedIns: 'any' } },
    {
      title: 'no INS',
      message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI' }),
      parameters: { expectedIns: 'test' },
    },
  ],
};
