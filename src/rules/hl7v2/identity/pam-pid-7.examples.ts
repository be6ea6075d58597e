import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'known', message: adt('A28') }],
  failed: [
    { title: 'creation', message: adt('A28', { 'PID-7': '' }), findings: [{ messageId: 'missing', path: 'PID-7' }] },
    { title: 'admission', message: adt('A01', { 'PID-7': '' }), findings: [{ messageId: 'missing', path: 'PID-7' }] },
  ],
  inapplicable: [
    { title: 'transfer', message: adt('A02', { 'PID-7': '' }) },
    { title: 'no patient in the message', message: adt('A28', { PID: null }) },
  ],
};
