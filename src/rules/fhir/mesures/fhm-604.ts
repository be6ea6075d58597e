import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { r4 } from './sources.js';

const messages = claimMessages('broken');

export const fhm604 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-604',
  subject: 'fhir/resource',
  title: {
    fr: 'Chaque composant a une valeur ou la raison de son absence',
    en: 'Each component has a value or the reason for its absence',
  },
  why: {
    fr: 'Un composant vide ne dit ni la mesure, ni son échec.',
    en: 'An empty component tells neither the measure nor its failure.',
  },
  repair: { fr: 'Donnez valueQuantity, ou dataAbsentReason.', en: 'Give valueQuantity, or dataAbsentReason.' },
  severity: 'error',
  trust: 'standard',
  spec: [r4('observation-vitalsigns.html (vs-3)')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-604', messages, resource, context),
});
