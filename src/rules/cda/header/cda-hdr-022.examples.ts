import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const parameters = { destination: 'dmp' };
const NORMAL = '<confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25" displayName="Normal"/>';
const restricted = level1([NORMAL, NORMAL.replace('"N"', '"R"')]);

export const examples: Examples = {
  passed: [{ title: 'normal', cda: level3(), parameters }],
  failed: [
    {
      title: 'restricted',
      cda: restricted,
      parameters,
      findings: [{ messageId: 'restricted', path: '/ClinicalDocument/confidentialityCode' }],
    },
  ],
  inapplicable: [
    { title: 'another destination', cda: restricted },
    { title: 'no confidentiality', cda: level1([NORMAL, '']), parameters },
  ],
};
