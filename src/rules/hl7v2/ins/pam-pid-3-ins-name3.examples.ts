import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'one given name', message: adt('A31') },
    { title: 'several given names', message: adt('A31', { 'PID-5.3': 'DOMINIQUE CAMILLE' }) },
    { title: 'no list: told by PAM-PID-3-INS-TRAITS', message: adt('A31', { 'PID-5.3': '' }) },
  ],
  failed: [
    {
      title: 'only the other given names',
      message: adt('A31', { 'PID-5.3': 'CAMILLE' }),
      findings: [{ messageId: 'notFirst', path: 'PID-5.3', severity: 'warning' }],
    },
    {
      title: 'a longer name that only begins alike',
      message: adt('A31', { 'PID-5.3': 'DOMINIQUETTE' }),
      findings: [{ messageId: 'notFirst', path: 'PID-5.3' }],
    },
  ],
  inapplicable: [{ title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI', 'PID-5.3': 'CAMILLE' }) }],
};
