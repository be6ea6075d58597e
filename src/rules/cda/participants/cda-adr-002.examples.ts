import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const ADDRESS = '<addr use="H">';

export const examples: Examples = {
  passed: [
    { title: 'home', cda: level3() },
    { title: 'two uses', cda: level1([ADDRESS, '<addr use="HP TMP">']) },
  ],
  failed: [
    {
      title: 'a use of telecoms',
      cda: level1([ADDRESS, '<addr use="H MC">']),
      findings: [{ messageId: 'unknown', path: '/ClinicalDocument/recordTarget/patientRole/addr/@use' }],
    },
  ],
  inapplicable: [{ title: 'no use', cda: level1([ADDRESS, '<addr>']) }],
};
