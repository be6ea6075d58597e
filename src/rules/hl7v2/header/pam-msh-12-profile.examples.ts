import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: '2.5^FRA^2.11', message: adt('A28') },
    { title: 'an empty field is left to PAM-MSH-12-VERSION', message: adt('A28', { 'MSH-12': '' }) },
    { title: 'a minor version is left to its own rule', message: adt('A28', { 'MSH-12.3': '2.11.2' }) },
  ],
  failed: [
    {
      title: 'HL7 version alone',
      message: adt('A28', { 'MSH-12': '2.5' }),
      findings: [{ messageId: 'absent', path: 'MSH-12' }],
    },
    {
      title: 'another country and another version',
      message: adt('A28', { 'MSH-12': '2.5^BEL^1.0' }),
      findings: [
        { messageId: 'country', path: 'MSH-12.2' },
        { messageId: 'profile', path: 'MSH-12.3' },
      ],
    },
    {
      title: 'an older version of the profile',
      message: adt('A28', { 'MSH-12.3': '2.10' }),
      findings: [{ messageId: 'profile', path: 'MSH-12.3' }],
    },
    {
      title: 'two-letter country',
      message: adt('A28', { 'MSH-12.2': 'FR' }),
      findings: [{ messageId: 'country', path: 'MSH-12.2' }],
    },
  ],
};
