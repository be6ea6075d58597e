import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'admission with its account', message: adt('A01') },
    { title: 'account moved to another patient', message: adt('A44') },
  ],
  failed: [
    { title: 'admission', message: adt('A01', { 'PID-18': '' }), findings: [{ messageId: 'missing', path: 'PID-18' }] },
    { title: 'update', message: adt('Z99', { 'PID-18': '^^^' }), findings: [{ messageId: 'missing', path: 'PID-18' }] },
  ],
  inapplicable: [
    { title: 'identity message', message: adt('A28') },
    { title: 'excluded event', message: adt('A08', { 'PID-18': '' }) },
    { title: 'no patient in the message', message: adt('A01', { PID: null }) },
  ],
};
