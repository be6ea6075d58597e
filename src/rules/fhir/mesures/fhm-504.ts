import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimedCodes, codeMessages } from './claimed-codes.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = { ...codeMessages };

export const fhm504 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-504',
  subject: 'fhir/resource',
  title: { fr: 'Le moment de la glycémie est dans la liste', en: 'The moment of the glucose is in the list' },
  why: {
    fr: 'À jeun, avant ou après le repas : sans ce moment codé, une glycémie ne s’interprète pas.',
    en: 'Fasting, before or after a meal: without this coded moment a glucose cannot be interpreted.',
  },
  repair: {
    fr: 'Utilisez un code de J157 (53049-3 à jeun, 16915-1 après le repas…).',
    en: 'Use a code of J157 (53049-3 fasting, 16915-1 after a meal…).',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-moment-of-measurement (J157)')],
  messages,
  appliesTo: isMeasure('glucose'),
  check: (resource, context) => claimedCodes('FHM-504', messages, resource, context),
});
