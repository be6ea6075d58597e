import type { Examples } from '../../examples.js';
import { guide, measure, patient } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'complete, of a patient that claims no profile', ...guide(patient({ meta: undefined })) }],
  failed: [
    {
      title: 'no birth date',
      ...guide(patient({ birthDate: undefined })),
      findings: [{ messageId: 'missing', path: 'Patient.birthDate' }],
    },
    {
      title: 'no official name',
      ...guide(patient({ 'name[0].use': 'usual' })),
      findings: [{ messageId: 'missing', path: 'Patient.name' }],
    },
    {
      title: 'other',
      ...guide(patient({ gender: 'other' })),
      findings: [{ messageId: 'code', path: 'Patient.gender' }],
    },
  ],
  inapplicable: [{ title: 'an observation', ...guide(measure('weight')) }],
};
