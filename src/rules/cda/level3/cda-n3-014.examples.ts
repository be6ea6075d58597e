import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

export const examples: Examples = {
  passed: [{ title: 'each its own', cda: level3() }],
  failed: [
    {
      title: 'a row and a paragraph of one ID',
      cda: level3(['<paragraph ID="commentaire">', '<paragraph ID="glycemie">']),
      findings: [
        {
          messageId: 'twice',
          path: '/ClinicalDocument/component/structuredBody/component[1]/section/component/section/text/paragraph/@ID',
        },
      ],
    },
  ],
  inapplicable: [
    { title: 'a level 1', cda: level1() },
    { title: 'no ID', cda: level3([' ID="glycemie"', ''], [' ID="commentaire"', ''], [' ID="copie-pdf"', '']) },
  ],
};
