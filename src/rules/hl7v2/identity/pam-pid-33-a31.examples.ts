import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'the same date and time', message: adt('A31') },
    { title: 'the same day, less precise', message: adt('A31', { 'PID-33': '20260105' }) },
    { title: 'one of them with its time zone', message: adt('A31', { 'EVN-6': '20260105101500+0100' }) },
  ],
  failed: [
    { title: 'empty', message: adt('A31', { 'PID-33': '' }), findings: [{ messageId: 'missing', path: 'PID-33' }] },
    {
      title: 'another day',
      message: adt('A31', { 'PID-33': '20260104' }),
      findings: [{ messageId: 'different', path: 'PID-33' }],
    },
  ],
  inapplicable: [
    { title: 'creation', message: adt('A28', { 'PID-33': '20260104' }) },
    { title: 'no date of the event', message: adt('A31', { 'EVN-6': '' }) },
  ],
};
