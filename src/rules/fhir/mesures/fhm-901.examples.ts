import type { Examples } from '../../examples.js';
import { guide, measure, patient } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'a test INS', ...guide(patient()) }],
  failed: [
    {
      title: 'no use',
      ...guide(patient({ 'identifier[0].use': undefined })),
      findings: [{ messageId: 'missing', path: 'Patient.identifier[0].use' }],
    },
    {
      title: 'the type of another slice',
      ...guide(patient({ 'identifier[0].type.coding[0].code': 'INS-NIR' })),
      findings: [{ messageId: 'value', path: 'Patient.identifier[0].type.coding[0].code' }],
    },
    {
      title: 'no reliability of the identity',
      ...guide(patient({ extension: undefined })),
      findings: [{ messageId: 'missing', path: 'Patient.extension' }],
    },
    {
      title: 'no use, of a patient that declares no profile',
      ...guide(patient({ meta: undefined, 'identifier[0].use': undefined })),
      findings: [{ messageId: 'missing', path: 'Patient.identifier[0].use' }],
    },
  ],
  inapplicable: [{ title: 'an observation', ...guide(measure('weight')) }],
};
