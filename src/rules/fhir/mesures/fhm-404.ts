import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing', 'extra');

export const fhm404 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-404',
  subject: 'fhir/resource',
  title: { fr: 'Le moment a au plus un codage, complet', en: 'The moment has at most one coding, complete' },
  why: {
    fr: 'Deux codages du moment se contredisent ; un code sans système ne se lit pas.',
    en: 'Two codings of the moment contradict each other; a code without system cannot be read.',
  },
  repair: { fr: 'Gardez un seul coding, avec system et code.', en: 'Keep one coding, with system and code.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-moment-of-measurement')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-404', messages, resource, context),
});
