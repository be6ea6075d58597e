import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing', 'extra', 'value');

export const fhm203 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-203',
  subject: 'fhir/resource',
  title: { fr: 'Le code LOINC du profil est présent, une fois', en: 'The LOINC code of the profile is present, once' },
  why: {
    fr: 'C’est ce code qui dit quelle mesure est transmise ; un code voisin désigne une autre mesure.',
    en: 'This code says which measure is sent; a neighbouring code means another measure.',
  },
  repair: {
    fr: 'Mettez le code LOINC du profil ; d’autres codages peuvent s’y ajouter.',
    en: 'Put the LOINC code of the profile; other codings may stand beside it.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.code')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-203', messages, resource, context),
});
