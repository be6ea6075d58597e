import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing', 'value');

export const fhm304 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-304',
  subject: 'fhir/resource',
  title: {
    fr: 'L’unité en clair est celle que le profil écrit',
    en: 'The unit in words is the one the profile writes',
  },
  why: {
    fr: 'Pour la douleur, les pas et le périmètre crânien, le profil fixe aussi le texte de l’unité.',
    en: 'For pain, steps and head circumference the profile fixes the text of the unit too.',
  },
  repair: { fr: 'Écrivez exactement Level, steps/day ou cm.', en: 'Write exactly Level, steps/day or cm.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.value[x]:valueQuantity.unit')],
  messages,
  appliesTo: isMeasure('painseverity', 'stepsbyday', 'headcircumference'),
  check: (resource, context) => claimed('FHM-304', messages, resource, context),
});
