import type { Examples } from '../../examples.js';
import { EXAMPLE_PDF, level1, level3 } from '../example-documents.js';
import { base64, tinyPdf } from '../level1/example-files.js';

const path =
  '/ClinicalDocument/component/structuredBody/component[2]/section/entry/organizer/component/observationMedia/value';

export const examples: Examples = {
  passed: [{ title: 'a PDF/A-1', cda: level3() }],
  failed: [
    {
      title: 'cut',
      cda: level3([EXAMPLE_PDF, EXAMPLE_PDF.slice(0, 41)]),
      findings: [{ messageId: 'undecodable', path }],
    },
    { title: 'a text', cda: level3([EXAMPLE_PDF, base64('Texte')]), findings: [{ messageId: 'notPdf', path }] },
    {
      title: 'a plain PDF with a script',
      cda: level3([EXAMPLE_PDF, tinyPdf('/OpenAction<</S/JavaScript>>', '')]),
      findings: [
        { messageId: 'notArchival', path },
        { messageId: 'active', path },
      ],
    },
  ],
  inapplicable: [
    { title: 'a level 1', cda: level1() },
    { title: 'no PDF copy', cda: level3(['<templateId root="1.2.250.1.213.1.1.2.243"/>', '']) },
  ],
};
