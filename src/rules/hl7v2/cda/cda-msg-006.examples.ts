import type { Examples } from '../../examples.js';
import { level1 } from '../../pair/example-pairs.js';
import { adt } from '../example-messages.js';
import { mdm, oru } from './example-transport.js';

const PI = 'T0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI';
const withoutIns = level1({ replace: { '<id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>': '' } });

export const examples: Examples = {
  passed: [
    { title: 'one patient', message: oru() },
    { title: 'no INS on either side', message: mdm('T02', withoutIns, { 'PID-3': PI }) },
  ],
  failed: [
    {
      title: 'another INS',
      message: mdm('T02', undefined, { 'PID-3[2].1': '100999999999996' }),
      findings: [{ messageId: 'ins', path: 'PID-3[2].1', severity: 'error' }],
    },
    {
      title: 'the INS under another OID',
      message: mdm('T02', undefined, { 'PID-3[2].4.2': '1.2.250.1.213.1.4.11' }),
      findings: [{ messageId: 'ins', path: 'PID-3[2].4' }],
    },
    {
      title: 'no INS in PID-3',
      message: mdm('T02', undefined, { 'PID-3': PI }),
      findings: [{ messageId: 'missing', path: 'PID-3' }],
    },
    {
      title: 'another local identifier',
      message: mdm('T02', withoutIns, { 'PID-3': 'T0002^^^GAM-SIM&1.2.250.1.999.1&ISO^PI' }),
      findings: [{ messageId: 'identifiers', path: 'PID-3' }],
    },
    {
      title: 'another given name and birth place',
      message: mdm('T02', undefined, { 'PID-5.2': 'CAMILLE', 'PID-5.3': 'CAMILLE', 'PID-11': '^^^^^^BDL^^75056' }),
      findings: [
        { messageId: 'trait', path: 'PID-5.2' },
        { messageId: 'trait', path: 'PID-11.9' },
      ],
    },
    {
      title: 'another name, birth date and sex',
      message: mdm('T02', undefined, { 'PID-5.1': 'PAT-QUATRE', 'PID-7': '19790329', 'PID-8': 'M' }),
      findings: [
        { messageId: 'trait', path: 'PID-5.1' },
        { messageId: 'trait', path: 'PID-7' },
        { messageId: 'trait', path: 'PID-8' },
      ],
    },
  ],
  inapplicable: [{ title: 'an ADT', message: adt('A28') }],
};
