import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('type');

export const fhm301 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-301',
  subject: 'fhir/resource',
  title: { fr: 'La valeur est une quantité', en: 'The value is a quantity' },
  why: {
    fr: 'Seule une quantité porte son unité ; un texte ou un entier ne peut être ni comparé ni converti.',
    en: 'Only a quantity carries its unit; a text or an integer can be neither compared nor converted.',
  },
  repair: {
    fr: 'Écrivez valueQuantity avec value, unit, system et code.',
    en: 'Write valueQuantity with value, unit, system and code.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.value[x]')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-301', messages, resource, context),
});
