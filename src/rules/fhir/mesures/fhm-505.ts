import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimedCodes, codeMessages } from './claimed-codes.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = { ...codeMessages };

export const fhm505 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-505',
  subject: 'fhir/resource',
  title: {
    fr: 'Le nombre de jours de la moyenne est dans la liste',
    en: 'The number of days of the mean is in the list',
  },
  why: {
    fr: 'Une moyenne sur 7 jours ne se compare pas à une moyenne sur 90.',
    en: 'A mean over 7 days does not compare with a mean over 90.',
  },
  repair: {
    fr: 'Utilisez un code de J164 (GEN-275 à GEN-278, ou GEN-092 autre).',
    en: 'Use a code of J164 (GEN-275 to GEN-278, or GEN-092 other).',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-number-of-days (J164)')],
  messages,
  appliesTo: isMeasure('glucose'),
  check: (resource, context) => claimedCodes('FHM-505', messages, resource, context),
});
