import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing', 'extra');

export const fhm614 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-614',
  subject: 'fhir/resource',
  title: {
    fr: 'Le périmètre crânien porte les codes de la version',
    en: 'A head circumference has the codes of the version',
  },
  why: {
    fr: 'À 3.2.0 le profil demande ensemble 9843-4 et 8287-5 ; en 3.0.1 et à l’API, 8287-5 seul.',
    en: 'At 3.2.0 the profile asks for 9843-4 and 8287-5 together; at 3.0.1 and the API, 8287-5 alone.',
  },
  repair: {
    fr: 'Mettez les deux codages LOINC pour 3.2.0, un seul pour l’API.',
    en: 'Put both LOINC codings for 3.2.0, one for the API.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-observation-head-circumference: code')],
  messages,
  appliesTo: isMeasure('headcircumference'),
  check: (resource, context) => claimed('FHM-614', messages, resource, context),
});
