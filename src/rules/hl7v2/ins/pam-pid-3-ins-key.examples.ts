import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const PRODUCTION_NIR = '1.2.250.1.213.1.4.8';
const PRODUCTION_NIA = '1.2.250.1.213.1.4.9';

/** Vectors of reference §4.3: no real person. */
export const examples: Examples = {
  passed: [
    { title: 'official test matricule', message: adt('A31') },
    { title: 'Corsica, 2A read as 19', message: adt('A31', { 'PID-3[2].1': '100992A99999925' }) },
    { title: 'Corsica, 2B read as 18', message: adt('A31', { 'PID-3[2].1': '100992B99999952' }) },
    { title: 'impossible month and place, right key', message: adt('A31', { 'PID-3[2].1': '100999999999996' }) },
    { title: 'an encounter message', message: adt('A01') },
  ],
  failed: [
    {
      title: 'last digit of the key changed, test OID: a warning',
      message: adt('A31', { 'PID-3[2].1': '279035121518988' }),
      findings: [{ messageId: 'wrongKey', path: 'PID-3[2].1', severity: 'warning' }],
    },
    {
      title: 'wrong key under the production OID',
      message: adt('A31', { 'PID-3[2].1': '276037510669380', 'PID-3[2].4.2': PRODUCTION_NIR }),
      findings: [{ messageId: 'wrongKey', path: 'PID-3[2].1', severity: 'error' }],
    },
    {
      title: 'wrong key of a NIA',
      message: adt('A31', { 'PID-3[2].1': '260058815400244', 'PID-3[2].4.2': PRODUCTION_NIA }),
      findings: [{ messageId: 'wrongKey', path: 'PID-3[2].1', severity: 'error' }],
    },
    {
      title: 'Corsica taken for another department: 2B with the key of 2A',
      message: adt('A31', { 'PID-3[2].1': '100992B99999925' }),
      findings: [{ messageId: 'wrongKey', path: 'PID-3[2].1', severity: 'warning' }],
    },
  ],
  inapplicable: [
    { title: 'no INS', message: adt('A31', { 'PID-3': 'T0001^^^GAM-SIM^PI' }) },
    {
      title: 'not fifteen characters: told by PAM-PID-3-INS-FORMAT',
      message: adt('A31', { 'PID-3[2].1': '2790351215189' }),
    },
  ],
};
