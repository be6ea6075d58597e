import type { Examples } from '../../examples.js';
import { EXAMPLE_PDF, level1, level3 } from '../example-documents.js';

const path = '/ClinicalDocument/component/nonXMLBody/text';
const lines = (EXAMPLE_PDF.match(/.{1,76}/g) ?? []).join('\n');

export const examples: Examples = {
  passed: [
    { title: 'one line', cda: level1() },
    { title: 'lines of 76 characters', cda: level1([EXAMPLE_PDF, lines]) },
  ],
  failed: [
    { title: 'empty', cda: level1([EXAMPLE_PDF, '  ']), findings: [{ messageId: 'empty', path }] },
    {
      title: 'cut',
      cda: level1([EXAMPLE_PDF, EXAMPLE_PDF.slice(0, 41)]),
      findings: [{ messageId: 'undecodable', path }],
    },
    {
      title: 'a foreign character',
      cda: level1([EXAMPLE_PDF, `${EXAMPLE_PDF.slice(0, 40)}*${EXAMPLE_PDF.slice(41)}`]),
      findings: [{ messageId: 'undecodable', path }],
    },
  ],
  inapplicable: [{ title: 'a level 3', cda: level3() }],
};
