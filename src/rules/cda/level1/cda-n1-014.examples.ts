import type { Examples } from '../../examples.js';
import { EXAMPLE_PDF, level1, level3 } from '../example-documents.js';
import { base64, textPdf } from './example-files.js';

const path = '/ClinicalDocument/component/nonXMLBody/text';
const NAME = 'Patiente : PAT-TROIS Dominique';
const withText = (...lines: readonly string[]) => level1([EXAMPLE_PDF, textPdf(lines)]);

export const examples: Examples = {
  passed: [
    {
      title: 'the same patient',
      cda: withText(NAME, 'née le 28/03/1979', 'INS 2 79 03 51 215 189 89', 'Glucose : 5,2 mmol/L'),
    },
    { title: 'letters one by one', cda: withText('P A T - T R O I S', 'n é e l e 2 8 / 0 3 / 1 9 7 9') },
    { title: 'a number that is no matricule', cda: withText(NAME, 'Dossier 279035121518900') },
    {
      title: 'the matricule of the insured beside that of the patient',
      cda: withText(NAME, '279035121518989', 'Assuré 100999999999996'),
    },
  ],
  failed: [
    {
      title: 'the INS of another person',
      cda: withText(NAME, 'INS : 1 00 99 99 999 999 96'),
      findings: [{ messageId: 'otherIns', path, severity: 'warning' }],
    },
    {
      title: 'another birth date',
      cda: withText(NAME, 'Date de naissance : 29/03/1979'),
      findings: [{ messageId: 'otherBirthDate', path }],
    },
    {
      title: 'no name',
      cda: withText('Compte rendu de biologie', 'Glucose : 5,2 mmol/L'),
      findings: [{ messageId: 'noName', path, severity: 'information' }],
    },
  ],
  inapplicable: [
    { title: 'a level 3', cda: level3() },
    { title: 'what is no PDF', cda: level1([EXAMPLE_PDF, base64('Bonjour')]) },
  ],
};
