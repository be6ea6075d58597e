import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimedCodes, codeMessages } from './claimed-codes.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

export const fhm501 = defineRule<FhirResource, FhirContext, keyof typeof codeMessages>({
  id: 'FHM-501',
  subject: 'fhir/resource',
  title: { fr: 'Le site de mesure est dans la liste du guide', en: 'The body site is in the list of the guide' },
  why: {
    fr: 'La pression au poignet ou la température à l’aisselle ne se lisent pas comme les autres : le site se code dans une liste imposée.',
    en: 'A pressure at the wrist or a temperature at the armpit are not read like the others: the site is coded from a required list.',
  },
  repair: {
    fr: 'Utilisez un code FMA de la liste (J149 pour la pression, J151 pour la température), avec son système.',
    en: 'Use an FMA code of the list (J149 for pressure, J151 for temperature), with its system.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.bodySite (J149, J151)')],
  messages: codeMessages,
  appliesTo: isMeasure('bp', 'bodytemperature'),
  check: (resource, context) => claimedCodes('FHM-501', codeMessages, resource, context),
});
