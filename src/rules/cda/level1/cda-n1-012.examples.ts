import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

export const examples: Examples = {
  passed: [{ title: 'a type without a model', cda: level1(['code="11502-2"', 'code="83836-7"']) }],
  failed: [
    {
      title: 'a laboratory report',
      cda: level1(),
      findings: [{ messageId: 'structured', path: '/ClinicalDocument/code/@code' }],
    },
  ],
  inapplicable: [{ title: 'a level 3', cda: level3() }],
};
