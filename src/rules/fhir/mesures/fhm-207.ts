import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { r4 } from './sources.js';

const messages = claimMessages('broken');

export const fhm207 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-207',
  subject: 'fhir/resource',
  title: { fr: 'La date de la mesure donne au moins le jour', en: 'The date of the measure gives at least the day' },
  why: {
    fr: 'Une mesure datée du mois seul ne se compare à aucune autre.',
    en: 'A measure dated by month only compares with no other.',
  },
  repair: {
    fr: 'Écrivez au moins le jour (2026-03-02), de préférence l’heure et le fuseau.',
    en: 'Write at least the day (2026-03-02), preferably with time and zone.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('observation-vitalsigns.html (vs-1)')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-207', messages, resource, context),
});
