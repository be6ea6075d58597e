import type { Examples } from '../../examples.js';
import { guide, measure, patient } from './example-resources.js';

/** Of a patient that claims fr-core-patient-ins. */
const doubts = ['birth place with its INSEE code'];

export const examples: Examples = {
  passed: [{ title: 'complete, of a patient that claims no profile', ...guide(patient({ meta: undefined })) }],
  failed: [
    {
      title: 'no birth date',
      ...guide(patient({ birthDate: undefined })),
      findings: [{ messageId: 'missing', path: 'Patient.birthDate' }],
      doubts,
    },
    {
      title: 'no official name',
      ...guide(patient({ 'name[0].use': 'usual' })),
      findings: [{ messageId: 'missing', path: 'Patient.name' }],
      doubts,
    },
    {
      title: 'other',
      ...guide(patient({ gender: 'other' })),
      findings: [{ messageId: 'code', path: 'Patient.gender' }],
      doubts,
    },
  ],
  inapplicable: [{ title: 'an observation', ...guide(measure('weight')) }],
};
