import type { Examples } from '../../examples.js';
import { EXAMPLE_PDF, level1, level3 } from '../example-documents.js';
import { base64 } from './example-files.js';

const path = '/ClinicalDocument/component/nonXMLBody/text';

export const examples: Examples = {
  passed: [{ title: 'a PDF', cda: level1() }],
  failed: [
    {
      title: 'a text declared as PDF',
      cda: level1([EXAMPLE_PDF, base64('Compte rendu')]),
      findings: [{ messageId: 'notPdf', path }],
    },
    {
      title: 'encoded twice',
      cda: level1([EXAMPLE_PDF, base64(EXAMPLE_PDF)]),
      findings: [{ messageId: 'notPdf', path }],
    },
  ],
  inapplicable: [
    { title: 'a level 3', cda: level3() },
    { title: 'a text', cda: level1(['application/pdf', 'text/plain']) },
  ],
};
