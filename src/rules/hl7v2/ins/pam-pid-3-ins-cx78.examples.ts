import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'no dates', message: adt('A31') }],
  failed: [
    {
      title: 'the date of the query',
      message: adt('A31', { 'PID-3[2].7': '20260105' }),
      findings: [{ messageId: 'dated', path: 'PID-3[2].7', severity: 'warning' }],
    },
    {
      title: 'both dates',
      message: adt('A31', { 'PID-3[2].7': '20260105', 'PID-3[2].8': '20270105' }),
      findings: [
        { messageId: 'dated', path: 'PID-3[2].7' },
        { messageId: 'dated', path: 'PID-3[2].8' },
      ],
    },
  ],
  inapplicable: [{ title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI' }) }],
};
