import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const MODEL = '<templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>';
const LAB = '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>';

export const examples: Examples = {
  passed: [
    { title: 'a laboratory report', cda: level3() },
    {
      title: 'one of the two types of the model',
      cda: level3(
        ['code="11502-2"', 'code="74207-2"'],
        [LAB, '<templateId root="2.16.840.1.113883.10.22.1.1"/>'],
        [MODEL, '<templateId root="1.2.250.1.213.1.1.1.51" extension="2024.01"/>'],
      ),
    },
  ],
  failed: [
    {
      title: 'a discharge letter with the templates of a laboratory report',
      cda: level3(['code="11502-2"', 'code="11490-0"']),
      findings: [{ messageId: 'other', path: '/ClinicalDocument/code/@code' }],
    },
    {
      title: 'an admission letter whose act is no stay',
      cda: level3(
        ['code="11502-2"', 'code="18761-7"'],
        [LAB, ''],
        [MODEL, '<templateId root="1.2.250.1.213.1.1.1.21" extension="2022.01"/>'],
        ['<serviceEvent>', '<serviceEvent><code code="AMB" codeSystem="2.16.840.1.113883.5.4"/>'],
      ),
      findings: [{ messageId: 'act', path: '/ClinicalDocument/documentationOf/serviceEvent/code' }],
    },
  ],
  inapplicable: [
    { title: 'a level 1', cda: level1() },
    { title: 'no known model', cda: level3([LAB, ''], [MODEL, '<templateId root="1.2.250.1.999.1"/>']) },
  ],
};
