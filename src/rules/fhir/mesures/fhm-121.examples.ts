import type { Examples } from '../../examples.js';
import { EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'the HL7 parent beside it',
      ...guide(measure('weight', { 'meta.profile[1]': 'http://hl7.org/fhir/StructureDefinition/bodyweight' })),
    },
  ],
  failed: [
    {
      title: 'the API family in guide mode',
      ...guide(measure('weight', {}, 'api')),
      findings: [{ messageId: 'otherFamily', path: 'Observation.meta.profile[0]', severity: 'information' }],
    },
    {
      title: 'a hybrid',
      ...guide(
        measure('weight', {
          'meta.profile[0]': 'http://esante.gouv.fr/ci-sis/fhir/StructureDefinition/MesFrObservationBodyWeight',
        }),
      ),
      findings: [{ messageId: 'hybrid', path: 'Observation.meta.profile[0]' }],
    },
    {
      title: 'misspelt',
      ...guide(measure('weight', { 'meta.profile[0]': `${EXTENSION}mesures-fr-observation-bodyweight` })),
      findings: [{ messageId: 'unknown', path: 'Observation.meta.profile[0]' }],
    },
  ],
  inapplicable: [{ title: 'no profile declared', ...guide(measure('weight', { meta: undefined })) }],
};
