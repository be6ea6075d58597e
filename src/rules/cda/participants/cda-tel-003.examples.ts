import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const TELECOM = '<telecom value="tel:+33300000000" use="H"/>';

export const examples: Examples = {
  passed: [
    { title: 'home', cda: level3() },
    { title: 'mobile', cda: level1([TELECOM, TELECOM.replace('"H"', '"MC"')]) },
  ],
  failed: [
    {
      title: 'a use of addresses',
      cda: level1([TELECOM, TELECOM.replace('"H"', '"TMP"')]),
      findings: [{ messageId: 'unknown', path: '/ClinicalDocument/recordTarget/patientRole/telecom/@use' }],
    },
  ],
  inapplicable: [{ title: 'no use', cda: level1([TELECOM, '<telecom value="tel:+33300000000"/>']) }],
};
