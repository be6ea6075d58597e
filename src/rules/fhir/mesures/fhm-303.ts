import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing');

export const fhm303 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-303',
  subject: 'fhir/resource',
  title: {
    fr: 'La quantité donne sa valeur et son unité en clair',
    en: 'The quantity gives its value and its unit in words',
  },
  why: {
    fr: 'Sans valeur il n’y a pas de mesure ; sans unité en clair, un affichage simple ne peut la montrer.',
    en: 'Without value there is no measure; without a unit in words a simple display cannot show it.',
  },
  repair: {
    fr: 'Renseignez valueQuantity.value et valueQuantity.unit.',
    en: 'Fill in valueQuantity.value and valueQuantity.unit.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.value[x]:valueQuantity')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-303', messages, resource, context),
});
