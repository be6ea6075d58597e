import { deflateSync } from 'node:zlib';
import type { Examples } from '../../examples.js';
import { EXAMPLE_PDF, level1, level3 } from '../example-documents.js';
import { base64, tinyPdf } from './example-files.js';

const path = '/ClinicalDocument/component/nonXMLBody/text';
const hidden = deflateSync(Buffer.from('1 0 <</Type/Catalog/OpenAction<</S/Launch>>>>')).toString('latin1');

export const examples: Examples = {
  passed: [
    { title: 'nothing but pages', cda: level1() },
    { title: 'a name that only begins alike', cda: level1([EXAMPLE_PDF, tinyPdf('/JSObject 3 0 R')]) },
  ],
  failed: [
    {
      title: 'a script and a file',
      cda: level1([EXAMPLE_PDF, tinyPdf('/OpenAction<</S/JavaScript/JS(x)>>/Names<</EmbeddedFiles 3 0 R>>')]),
      findings: [{ messageId: 'active', path }],
    },
    {
      title: 'a launch action in a compressed object stream',
      cda: level1([
        EXAMPLE_PDF,
        base64(`%PDF-1.5\n1 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\n${hidden}\nendstream\nendobj\n`),
      ]),
      findings: [{ messageId: 'active', path }],
    },
  ],
  inapplicable: [{ title: 'a level 3', cda: level3() }],
};
