import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'birth place with its code', message: adt('A31') },
    {
      title: 'after the home address',
      message: adt('A31', { 'PID-11': '1 RUE DU TEST^^RIOM^^63200^FRA^H~^^^^^^BDL^^63220' }),
    },
  ],
  failed: [
    {
      title: 'no address',
      message: adt('A31', { 'PID-11': '' }),
      findings: [{ messageId: 'noBirthPlace', path: 'PID-11' }],
    },
    {
      title: 'home address only',
      message: adt('A31', { 'PID-11.7': 'H' }),
      findings: [{ messageId: 'noBirthPlace', path: 'PID-11' }],
    },
    {
      title: 'birth place without its code',
      message: adt('A31', { 'PID-11': '^^RIOM^^^^BDL' }),
      findings: [{ messageId: 'noCode', path: 'PID-11.9' }],
    },
  ],
  inapplicable: [{ title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI', 'PID-11': '' }) }],
};
