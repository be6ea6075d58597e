import type { Examples } from '../../examples.js';
import { EXAMPLE_PDF, level1, level3 } from '../example-documents.js';
import { base64, tinyPdf } from './example-files.js';

const path = '/ClinicalDocument/component/nonXMLBody/text';

export const examples: Examples = {
  passed: [
    { title: 'as an element', cda: level1() },
    { title: 'as an attribute', cda: level1([EXAMPLE_PDF, tinyPdf('', '<rdf:Description pdfaid:part="1"/>')]) },
  ],
  failed: [
    {
      title: 'a plain PDF',
      cda: level1([EXAMPLE_PDF, tinyPdf('', '')]),
      findings: [{ messageId: 'notArchival', path }],
    },
    {
      title: 'PDF/A-3',
      cda: level1([EXAMPLE_PDF, tinyPdf('', '<pdfaid:part>3</pdfaid:part>')]),
      findings: [{ messageId: 'notArchival', path }],
    },
  ],
  inapplicable: [
    { title: 'a level 3', cda: level3() },
    { title: 'no PDF at all', cda: level1([EXAMPLE_PDF, base64('Compte rendu')]) },
  ],
};
