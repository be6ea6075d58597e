import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'PI and INS', message: adt('A31') },
    { title: 'no type: PAM-PID-3 says so', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM' }) },
  ],
  failed: [
    {
      title: 'a type of the international table',
      message: adt('A31', { 'PID-3.5': 'PT' }),
      findings: [{ messageId: 'unknown', path: 'PID-3.5', severity: 'warning' }],
    },
    {
      title: 'lower case',
      message: adt('A31', { 'PID-3[2].5': 'ins' }),
      findings: [{ messageId: 'unknown', path: 'PID-3[2].5', severity: 'warning' }],
    },
    {
      title: 'SS is only an observation',
      message: adt('A31', { 'PID-3.5': 'SS' }),
      findings: [{ messageId: 'tolerated', path: 'PID-3.5', severity: 'information' }],
    },
  ],
  inapplicable: [{ title: 'no patient in the message', message: ack('A28') }],
};
