import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const path = '/ClinicalDocument/recordTarget/patientRole/id[1]/@extension';

export const examples: Examples = {
  passed: [
    { title: 'the official test patient', cda: level3() },
    {
      title: 'gender unknown',
      cda: level1(['code="F" codeSystem="2.16.840.1.113883.5.1"', 'code="UN" codeSystem="2.16.840.1.113883.5.1"']),
    },
  ],
  failed: [
    {
      title: 'another month of birth',
      cda: level1(['<birthTime value="19790328"/>', '<birthTime value="19790428"/>']),
      findings: [{ messageId: 'birth', path }],
    },
    {
      title: 'another gender',
      cda: level1(['code="F" codeSystem="2.16.840.1.113883.5.1"', 'code="M" codeSystem="2.16.840.1.113883.5.1"']),
      findings: [{ messageId: 'sex', path }],
    },
  ],
  inapplicable: [
    { title: 'no INS', cda: level1(['<id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>', '']) },
  ],
};
