import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const VERSION = ' extension="2024.01"';

export const examples: Examples = {
  passed: [{ title: 'a published version', cda: level3() }],
  failed: [
    {
      title: 'a version to come',
      cda: level3([VERSION, ' extension="2031.01"']),
      findings: [{ messageId: 'unknown', path: '/ClinicalDocument/templateId[4]' }],
    },
  ],
  inapplicable: [
    { title: 'no version: the oldest', cda: level3([VERSION, '']) },
    { title: 'a level 1', cda: level1() },
  ],
};
