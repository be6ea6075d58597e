import type { Examples } from '../../examples.js';
import { EXAMPLE_PDF, level1, level3 } from '../example-documents.js';
import { base64 } from './example-files.js';

const TEXT = ['application/pdf', 'text/plain'] as const;

export const examples: Examples = {
  passed: [
    { title: 'UTF-8', cda: level1(TEXT, [EXAMPLE_PDF, Buffer.from('Glycémie à jeun', 'utf8').toString('base64')]) },
  ],
  failed: [
    {
      title: 'ISO 8859-1',
      cda: level1(TEXT, [EXAMPLE_PDF, base64('Glycémie à jeun')]),
      findings: [{ messageId: 'notUtf8', path: '/ClinicalDocument/component/nonXMLBody/text' }],
    },
  ],
  inapplicable: [
    { title: 'a PDF', cda: level1() },
    { title: 'a level 3', cda: level3() },
  ],
};
