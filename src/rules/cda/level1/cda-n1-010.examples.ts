import type { Examples } from '../../examples.js';
import { EXAMPLE_PDF, level1, level3 } from '../example-documents.js';
import { tinyPdf } from './example-files.js';

const ENGLISH = tinyPdf('/Lang(en-GB)');

export const examples: Examples = {
  passed: [
    { title: 'French in French', cda: level1([EXAMPLE_PDF, tinyPdf('/Lang (fr)')]) },
    {
      title: 'English, and it says so',
      cda: level1(
        [EXAMPLE_PDF, ENGLISH],
        ['</text>\n    </nonXMLBody>', '</text><languageCode code="en-GB"/></nonXMLBody>'],
      ),
    },
  ],
  failed: [
    {
      title: 'English, unsaid',
      cda: level1([EXAMPLE_PDF, ENGLISH]),
      findings: [{ messageId: 'unsaid', path: '/ClinicalDocument/component/nonXMLBody' }],
    },
  ],
  inapplicable: [
    { title: 'the PDF does not say its language', cda: level1() },
    { title: 'a level 3', cda: level3() },
  ],
};
