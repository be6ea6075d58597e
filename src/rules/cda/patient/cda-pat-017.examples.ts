import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const BIRTH = '<birthTime value="19790328"/>';
const path = '/ClinicalDocument/recordTarget/patientRole/patient/birthTime/@value';

export const examples: Examples = {
  passed: [
    { title: 'a whole date', cda: level3() },
    { title: 'with the time', cda: level1([BIRTH, '<birthTime value="202601050300+0100"/>']) },
  ],
  failed: [
    {
      title: 'the year alone',
      cda: level1([BIRTH, '<birthTime value="1979"/>']),
      findings: [{ messageId: 'wrong', path }],
    },
    {
      title: '31 April',
      cda: level1([BIRTH, '<birthTime value="19790431"/>']),
      findings: [{ messageId: 'wrong', path }],
    },
    {
      title: 'born after the document',
      cda: level1([BIRTH, '<birthTime value="20260106"/>']),
      findings: [{ messageId: 'future', path }],
    },
  ],
  inapplicable: [{ title: 'no birth date', cda: level1([BIRTH, '<birthTime nullFlavor="UNK"/>']) }],
};
