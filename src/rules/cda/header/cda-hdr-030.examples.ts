import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

export const examples: Examples = {
  passed: [
    { title: 'level 1', cda: level1() },
    { title: 'level 3', cda: level3() },
    {
      title: 'a foreseen extension',
      cda: level1(['<birthTime value="19790328"/>', '<birthTime value="19790328"/><sdtc:deceasedInd value="false"/>']),
    },
  ],
  failed: [
    {
      title: 'marital status and the parent’s setId',
      cda: level3(
        ['<birthTime value="19790328"/>', '<birthTime value="19790328"/><maritalStatusCode code="M"/>'],
        [
          '<id root="1.2.250.1.999.1.1.9.1001"/>',
          '<id root="1.2.250.1.999.1.1.9.1001"/><setId root="1.2.250.1.999.1"/>',
        ],
      ),
      findings: [
        { messageId: 'unforeseen', path: '/ClinicalDocument/recordTarget/patientRole/patient/maritalStatusCode' },
        { messageId: 'unforeseen', path: '/ClinicalDocument/relatedDocument/parentDocument/setId' },
      ],
    },
  ],
};
