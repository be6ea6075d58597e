import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing');

export const fhm204 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-204',
  subject: 'fhir/resource',
  title: { fr: 'Le patient est désigné', en: 'The patient is named' },
  why: {
    fr: 'Une mesure sans patient ne peut être rangée dans aucun dossier.',
    en: 'A measure without patient can be filed in no record.',
  },
  repair: { fr: 'Renseignez subject.', en: 'Fill in subject.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.subject')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-204', messages, resource, context),
});
