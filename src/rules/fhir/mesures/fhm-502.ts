import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimedCodes, codeMessages } from './claimed-codes.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

export const fhm502 = defineRule<FhirResource, FhirContext, keyof typeof codeMessages>({
  id: 'FHM-502',
  subject: 'fhir/resource',
  title: { fr: 'La méthode est dans la liste de la mesure', en: 'The method is in the list of the measure' },
  why: {
    fr: 'La méthode dit comment la mesure a été prise ; la liste est imposée jusqu’à 3.0.1 (et toujours pour la SpO2), extensible ensuite.',
    en: 'The method tells how the measure was taken; the list is required up to 3.0.1 (and always for SpO2), extensible afterwards.',
  },
  repair: {
    fr: 'Utilisez un code de la liste de cette mesure, dans la génération de terminologie visée.',
    en: 'Use a code of the list of this measure, in the generation of terminology aimed at.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.method (J145 to J159)')],
  messages: codeMessages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimedCodes('FHM-502', codeMessages, resource, context),
});
