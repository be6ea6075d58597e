import type { FhirDefinition } from '../../../packs/index.js';
import type { Examples } from '../../examples.js';
import { EXAMPLE, HL7, patient, profile, profiled, weight } from './example-resources.js';

const feed: FhirDefinition = profile('feed', 'Bundle', [
  {
    id: 'Bundle.entry.resource',
    path: 'Bundle.entry.resource',
    type: [{ code: 'Observation', profile: [`${HL7}bodyweight`, `${HL7}bodyheight`] }],
  },
]);
const bundle = (resource: object) => ({
  resourceType: 'Bundle',
  meta: { profile: [`${EXAMPLE}feed`] },
  type: 'collection',
  entry: [{ resource }],
});

export const examples: Examples = {
  passed: [
    { title: 'a profile of its type', fhir: { resource: profiled(`${HL7}bodyweight`) } },
    { title: 'an entry that follows one of two profiles', fhir: { definitions: [feed], resource: bundle(weight()) } },
  ],
  failed: [
    {
      title: 'the profile of an observation on a patient',
      fhir: { resource: patient({ meta: { profile: [`${HL7}bodyweight`] } }) },
      findings: [{ messageId: 'wrongResourceType', path: 'Patient' }],
    },
    {
      title: 'an entry that follows none of them',
      fhir: { definitions: [feed], resource: bundle(weight({ code: { text: 'poids' } })) },
      findings: [{ messageId: 'conformsToNone', path: 'Bundle.entry[0].resource' }],
    },
  ],
};
