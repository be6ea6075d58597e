import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const LAB = '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>';
const MODEL = '<templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>';

export const examples: Examples = {
  passed: [
    { title: 'both templates', cda: level3() },
    { title: 'the IHE template alone, as in 2021', cda: level3([MODEL, '']) },
  ],
  failed: [
    {
      title: 'one template of the two',
      cda: level3([LAB, '']),
      findings: [{ messageId: 'unknown', path: '/ClinicalDocument/templateId[3]' }],
    },
  ],
  inapplicable: [
    { title: 'a level 1', cda: level1() },
    { title: 'no model said', cda: level3([LAB, ''], [MODEL, '']) },
  ],
};
