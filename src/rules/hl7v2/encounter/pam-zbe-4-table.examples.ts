import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'INSERT', message: adt('A01') },
    { title: 'CANCEL', message: adt('A11') },
    { title: 'UPDATE', message: adt('Z99') },
  ],
  failed: [
    {
      title: 'a word of its own',
      message: adt('A01', { 'ZBE-4': 'CREATE' }),
      findings: [{ messageId: 'unknown', path: 'ZBE-4', severity: 'error' }],
    },
    {
      title: 'small letters',
      message: adt('A01', { 'ZBE-4': 'insert' }),
      findings: [{ messageId: 'unknown', path: 'ZBE-4' }],
    },
    {
      title: 'empty',
      message: adt('A01', { 'ZBE-4': '' }),
      findings: [{ messageId: 'missing', path: 'ZBE-4' }],
    },
    {
      title: 'one separator too many, as in an official sample',
      message: adt('A03', { ZBE: 'ZBE|MVT-0009^GAM-SIM|20260105101500|||INSERT|N||||HMS' }),
      findings: [{ messageId: 'shifted', path: 'ZBE-4' }],
    },
  ],
  inapplicable: [{ title: 'no movement', message: adt('A31') }],
};
