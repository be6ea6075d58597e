import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing');

export const fhm211 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-211',
  subject: 'fhir/resource',
  title: {
    fr: 'La raison d’absence est codée avec son système',
    en: 'The reason for absence is coded with its system',
  },
  why: {
    fr: 'Un code sans système, ou l’inverse, ne peut être interprété.',
    en: 'A code without system, or the reverse, cannot be interpreted.',
  },
  repair: {
    fr: 'Renseignez system et code de dataAbsentReason.coding.',
    en: 'Fill in system and code of dataAbsentReason.coding.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.dataAbsentReason.coding')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-211', messages, resource, context),
});
