import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing', 'extra', 'type');

export const fhm406 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-406',
  subject: 'fhir/resource',
  title: {
    fr: 'La donnée d’origine suit la forme de son extension',
    en: 'Original data follows the form of its extension',
  },
  why: {
    fr: 'Cette extension garde la valeur d’avant conversion ; mal formée, elle ne permet plus de la retrouver.',
    en: 'This extension keeps the value before conversion; ill-formed, it no longer lets one find it.',
  },
  repair: {
    fr: 'Utilisez les sous-extensions has-been-converted (booléen), original-code (concept) et original-value (quantité).',
    en: 'Use the parts has-been-converted (boolean), original-code (concept) and original-value (quantity).',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-original-data')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-406', messages, resource, context),
});
