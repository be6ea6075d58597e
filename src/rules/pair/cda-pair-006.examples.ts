import type { Examples } from '../examples.js';
import { level3, pair } from './example-pairs.js';

const ROLE = '/ClinicalDocument/recordTarget/patientRole';
const changed = (from: string, to: string) => pair({}, { replace: { [from]: to } });

export const examples: Examples = {
  passed: [
    { title: 'one patient', pair: pair() },
    {
      title: 'identifiers in another order',
      pair: changed(
        '<id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>\n<id root="1.2.250.1.999.1" extension="T0001"/>',
        '<id root="1.2.250.1.999.1" extension="T0001"/><id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>',
      ),
    },
  ],
  failed: [
    {
      title: 'another INS',
      pair: changed('279035121518989', '100999999999996'),
      findings: [{ messageId: 'ins', path: `${ROLE}/id[1]`, severity: 'error' }],
    },
    {
      title: 'the INS under another OID',
      pair: changed('1.2.250.1.213.1.4.10', '1.2.250.1.213.1.4.11'),
      findings: [{ messageId: 'ins', path: `${ROLE}/id[1]` }],
    },
    {
      title: 'another IPP',
      pair: changed('T0001', 'T0002'),
      findings: [{ messageId: 'identifiers', path: `${ROLE}/id[2]` }],
    },
    {
      title: 'another name, birth date and sex',
      pair: pair(
        {},
        { replace: { 'PAT-TROIS': 'PAT-QUATRE', '19790328': '19790329', 'Code code="F"': 'Code code="M"' } },
      ),
      findings: [
        { messageId: 'trait', path: `${ROLE}/patient/name/family` },
        { messageId: 'trait', path: `${ROLE}/patient/administrativeGenderCode` },
        { messageId: 'trait', path: `${ROLE}/patient/birthTime` },
      ],
    },
    {
      title: 'another birth place',
      pair: changed('<county>51215', '<county>51216'),
      findings: [{ messageId: 'trait', path: ROLE }],
    },
  ],
  inapplicable: [{ title: 'no level 1', pair: { level3: level3() } }],
};
