import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const ACT = '/ClinicalDocument/component/structuredBody/component[1]/section/component/section/entry/act';
const OBSERVATION = `${ACT}/entryRelationship[2]/organizer/component/observation`;

export const examples: Examples = {
  passed: [{ title: 'both targets are there', cda: level3() }],
  failed: [
    {
      title: 'the row of the table lost its ID',
      cda: level3(['<tr ID="glycemie">', '<tr>']),
      findings: [{ messageId: 'missing', path: `${OBSERVATION}/code/originalText/reference/@value` }],
    },
  ],
  inapplicable: [
    { title: 'a level 1', cda: level1() },
    { title: 'references elsewhere only', cda: level3(['"#glycemie"', '"urn:x"'], ['"#commentaire"', '"urn:y"']) },
  ],
};
