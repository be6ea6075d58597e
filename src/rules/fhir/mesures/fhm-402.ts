import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing', 'extra', 'type');

export const fhm402 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-402',
  subject: 'fhir/resource',
  title: {
    fr: 'Une extension connue a le type de valeur prévu, et rien d’autre',
    en: 'A known extension has the value type provided for, and nothing else',
  },
  why: { fr: 'Une valeur d’un autre type n’est pas lue.', en: 'A value of another type is not read.' },
  repair: {
    fr: 'Utilisez le type de la définition : valueString pour le motif, valueCodeableConcept pour le moment et le nombre de jours.',
    en: 'Use the type of the definition: valueString for the reason, valueCodeableConcept for the moment and the number of days.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('extensions mesures-*')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-402', messages, resource, context),
});
