import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'five traits and the list of given names', message: adt('A31') },
    { title: 'an encounter message', message: adt('A01') },
  ],
  failed: [
    {
      title: 'used name only',
      message: adt('A31', { 'PID-5': 'PAT-TROIS^DOMINIQUE^^^^^D' }),
      findings: [
        { messageId: 'birthName', path: 'PID-5[2].1', severity: 'error' },
        { messageId: 'firstGivenName', path: 'PID-5[2].2' },
        { messageId: 'givenNames', path: 'PID-5[2].3' },
      ],
    },
    {
      title: 'list of given names left out',
      message: adt('A31', { 'PID-5.3': '' }),
      findings: [{ messageId: 'givenNames', path: 'PID-5.3' }],
    },
    {
      title: 'year of birth only',
      message: adt('A31', { 'PID-7': '1979' }),
      findings: [{ messageId: 'birthDate', path: 'PID-7' }],
    },
    {
      title: 'no sex',
      message: adt('A31', { 'PID-8': '' }),
      findings: [{ messageId: 'sex', path: 'PID-8' }],
    },
    {
      title: 'birth place without a code',
      message: adt('A31', { 'PID-11.9': '' }),
      findings: [{ messageId: 'birthPlace', path: 'PID-11.9' }],
    },
    {
      title: 'home address only',
      message: adt('A31', { 'PID-11.7': 'H' }),
      findings: [{ messageId: 'birthPlace', path: 'PID-11' }],
    },
  ],
  inapplicable: [{ title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI', 'PID-11': '' }) }],
};
