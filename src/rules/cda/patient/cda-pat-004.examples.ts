import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const INS = '<id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>';
const ROLE = '/ClinicalDocument/recordTarget/patientRole';

export const examples: Examples = {
  passed: [
    { title: 'the official test INS', cda: level3() },
    { title: 'a test vector born in Corsica', cda: level1([INS, INS.replace('279035121518989', '100992A99999925')]) },
  ],
  failed: [
    {
      title: 'without its key',
      cda: level1([INS, INS.replace('279035121518989', '2790351215189')]),
      findings: [{ messageId: 'noKey', path: `${ROLE}/id[1]/@extension` }],
    },
    {
      title: 'with blanks',
      cda: level1([INS, INS.replace('279035121518989', '2 79 03 51 215 189 89')]),
      findings: [{ messageId: 'format', path: `${ROLE}/id[1]/@extension` }],
    },
    {
      title: 'wrong key',
      cda: level1([INS, INS.replace('279035121518989', '279035121518988')]),
      findings: [{ messageId: 'wrongKey', path: `${ROLE}/id[1]/@extension` }],
    },
    {
      title: 'two INS',
      cda: level1([INS, `${INS}${INS}`]),
      findings: [{ messageId: 'twice', path: `${ROLE}/id[2]` }],
    },
  ],
  inapplicable: [{ title: 'no INS', cda: level1([INS, '']) }],
};
