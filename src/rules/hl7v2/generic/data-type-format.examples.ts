import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';

export const examples: Examples = {
  passed: [
    {
      title: 'full and partial dates, a time zone',
      pack,
      message: adt('A01', { 'PID-7': '197903', 'PID-29': '20260105101500.1234+0100' }),
    },
    { title: 'numbers', pack, message: adt('A01', { 'PV1-26': '-12.50', 'PID-25': '2' }) },
    { title: 'a date that is deleted', pack, message: adt('A01', { 'PID-7': '""' }) },
    { title: 'a numeric observation', pack, message: adt('A01', { OBX: 'OBX|1|NM|29463-7^Poids^LN||72.5|kg' }) },
  ],
  failed: [
    {
      title: 'a day that does not exist, a French date',
      pack,
      message: adt('A01', { 'PID-7': '19790230', 'PID-33': '05/01/2026' }),
      findings: [
        { messageId: 'wrongForm', path: 'PID-7.1' },
        { messageId: 'wrongForm', path: 'PID-33.1' },
      ],
    },
    {
      title: 'a decimal comma, and a letter as set id',
      pack,
      message: adt('A01', { 'PID-1': 'A', 'PV1-26': '12,50' }),
      findings: [
        { messageId: 'wrongForm', path: 'PID-1' },
        { messageId: 'wrongForm', path: 'PV1-26' },
      ],
    },
    {
      title: 'a date as component',
      pack,
      message: adt('A01', { 'PID-3[1].7': '2026-01-05' }),
      findings: [{ messageId: 'wrongForm', path: 'PID-3.7' }],
    },
    {
      title: 'OBX-2 says that OBX-5 is a number',
      pack,
      message: adt('A01', { OBX: 'OBX|1|NM|29463-7^Poids^LN||72,5|kg' }),
      findings: [{ messageId: 'wrongForm', path: 'OBX-5' }],
    },
    {
      title: 'a code with a space at its end',
      pack,
      message: adt('A01', { 'PV1-4': 'R ' }),
      findings: [{ messageId: 'wrongForm', path: 'PV1-4' }],
    },
  ],
};
