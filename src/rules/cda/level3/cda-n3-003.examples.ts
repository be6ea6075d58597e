import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const CHAPTER = '<templateId root="1.3.6.1.4.1.19376.1.3.3.2.1"/>';
const LAB = '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>';
const MODEL = '<templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>';
const BODY = '/ClinicalDocument/component/structuredBody';
const VACCINATIONS =
  '<component><section><templateId root="1.3.6.1.4.1.19376.1.5.3.1.3.23"/><code code="11369-6" codeSystem="2.16.840.1.113883.6.1"/><text>Aucune</text></section></component>';
const vaccinationsOf = (sections: string) =>
  level3(
    [LAB, '<templateId root="1.3.6.1.4.1.19376.1.5.3.1.1.18.1.2"/>'],
    [MODEL, '<templateId root="1.2.250.1.213.1.1.1.37" extension="2023.01"/>'],
    ['code="11502-2"', 'code="11369-6"'],
    ['<structuredBody>', `<structuredBody>${sections}`],
  );

export const examples: Examples = {
  passed: [
    { title: 'a chapter', cda: level3() },
    { title: 'vaccinations, once', cda: vaccinationsOf(VACCINATIONS) },
  ],
  failed: [
    {
      title: 'no chapter',
      cda: level3([CHAPTER, '<templateId root="1.2.250.1.999.2"/>']),
      findings: [{ messageId: 'missing', path: BODY }],
    },
    {
      title: 'vaccinations twice',
      cda: vaccinationsOf(VACCINATIONS + VACCINATIONS),
      findings: [{ messageId: 'repeated', path: `${BODY}/component[2]/section` }],
    },
  ],
  inapplicable: [
    { title: 'a level 1', cda: level1() },
    { title: 'no known model', cda: level3([LAB, ''], [MODEL, '<templateId root="1.2.250.1.999.1"/>']) },
  ],
};
