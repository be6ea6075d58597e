import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const FRANCE = '<templateId root="2.16.840.1.113883.2.8.2.1"/>';

export const examples: Examples = {
  passed: [
    { title: 'each once', cda: level3() },
    {
      title: 'two versions of one template',
      cda: level3([FRANCE, `${FRANCE}<templateId root="1.2.250.1.213.1.1.1.55" extension="2023.01"/>`]),
    },
  ],
  failed: [
    {
      title: 'written twice',
      cda: level1([FRANCE, `${FRANCE}${FRANCE}`]),
      findings: [{ messageId: 'twice', path: '/ClinicalDocument/templateId[2]' }],
    },
  ],
  inapplicable: [
    {
      title: 'no templateId',
      cda: level1(
        [FRANCE, ''],
        ['<templateId root="1.2.250.1.213.1.1.1.1"/>', ''],
        ['<templateId root="1.3.6.1.4.1.19376.1.2.20"/>', ''],
      ),
    },
  ],
};
