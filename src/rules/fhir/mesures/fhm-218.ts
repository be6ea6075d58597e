import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';

const messages = claimMessages('missing', 'code');

export const fhm218 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-218',
  subject: 'fhir/resource',
  title: {
    fr: 'La population d’un intervalle est dans la liste J148 (3.0.1)',
    en: 'The population of a range is in the list J148 (3.0.1)',
  },
  why: {
    fr: 'En génération 3.0.1, la population d’un intervalle de référence est codée dans une liste imposée.',
    en: 'In the generation 3.0.1 the population of a reference range is coded from a required list.',
  },
  repair: {
    fr: 'Utilisez un code de J148, avec son système, ou retirez appliesTo.',
    en: 'Use a code of J148 with its system, or take appliesTo away.',
  },
  severity: 'error',
  trust: 'national',
  spec: [{ standard: 'ANS Mesures de santé 3.0.1', section: 'Observation.referenceRange.appliesTo' }],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-218', messages, resource, context),
});
