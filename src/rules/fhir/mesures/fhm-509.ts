import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing');

export const fhm509 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-509',
  subject: 'fhir/resource',
  title: {
    fr: 'Un codage donne système et code là où le profil les demande',
    en: 'A coding gives system and code where the profile asks for them',
  },
  why: { fr: 'Un code sans système désigne n’importe quoi.', en: 'A code without system may mean anything.' },
  repair: { fr: 'Renseignez system et code.', en: 'Fill in system and code.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('coding.system, coding.code')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-509', messages, resource, context),
});
