import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'birth place', message: adt('A28') },
    { title: 'an address without type', message: adt('A28', { 'PID-11': '1 RUE DU TEST^^RIOM^^63200^FRA' }) },
  ],
  failed: [
    {
      title: 'a type of the international table',
      message: adt('A28', { 'PID-11': '^^^^^^BDL^^63220~1 RUE DU TEST^^RIOM^^63200^FRA^N' }),
      findings: [{ messageId: 'unknown', path: 'PID-11[2].7' }],
    },
  ],
  inapplicable: [{ title: 'no address', message: adt('A28', { 'PID-11': '' }) }],
};
