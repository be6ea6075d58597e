import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const failing = (value: string) => adt('A31', { 'PID-3[2].1': value });

export const examples: Examples = {
  passed: [
    { title: 'fifteen characters', message: adt('A31') },
    { title: 'Corsica', message: failing('100992A99999925') },
    { title: 'a wrong key: told by PAM-PID-3-INS-KEY', message: failing('279035121518900') },
  ],
  failed: [
    {
      title: 'without the key',
      message: failing('2790351215189'),
      findings: [{ messageId: 'noKey', path: 'PID-3[2].1', severity: 'error' }],
    },
    {
      title: 'with spaces',
      message: failing('2 79 03 51 215 189 89'),
      findings: [{ messageId: 'format', path: 'PID-3[2].1' }],
    },
    {
      title: 'Corsica in small letters',
      message: failing('100992a99999925'),
      findings: [{ messageId: 'format', path: 'PID-3[2].1' }],
    },
    {
      title: 'first digit 9',
      message: failing('979035121518989'),
      findings: [{ messageId: 'format', path: 'PID-3[2].1' }],
    },
  ],
  inapplicable: [
    { title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI' }) },
    { title: 'INS withdrawn', message: adt('A47', { 'PID-3[2].1': '""', 'PID-32': 'PROV' }) },
  ],
};
