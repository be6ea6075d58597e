import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const COPY = '<templateId root="1.2.250.1.213.1.1.2.243"/>';

export const examples: Examples = {
  passed: [{ title: 'one copy', cda: level3() }],
  failed: [
    {
      title: 'no copy',
      cda: level3([COPY, '<templateId root="1.2.250.1.999.2"/>']),
      findings: [{ messageId: 'count', path: '/ClinicalDocument/component/structuredBody' }],
    },
  ],
  inapplicable: [
    { title: 'a version that does not demand it', cda: level3([' extension="2024.01"', ' extension="2023.01"']) },
    { title: 'a level 1', cda: level1() },
  ],
};
