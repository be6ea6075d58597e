import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

export const examples: Examples = {
  passed: [{ title: 'UTF-8', cda: level3() }],
  failed: [
    {
      title: 'ISO-8859-1, and it says so',
      cda: Buffer.from(level1([DECLARATION, DECLARATION.replace('UTF-8', 'ISO-8859-1')]), 'latin1'),
      findings: [{ messageId: 'other', path: '/ClinicalDocument', severity: 'error' }],
    },
    {
      title: 'no declaration',
      cda: level1([`${DECLARATION}\n`, '']),
      findings: [{ messageId: 'undeclared', path: '/ClinicalDocument', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'a file that cannot be read', cda: '<ClinicalDocument' }],
};
