import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isOfOtherGeneration, tableOf } from './claimed-codes.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('code');

export const fhm506 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-506',
  subject: 'fhir/resource',
  title: { fr: 'Le code du glucose est dans la liste J154', en: 'The code of the glucose is in the list J154' },
  why: {
    fr: 'La liste est extensible ; hors d’elle, le récepteur ne sait pas quelle mesure du glucose il lit.',
    en: 'The list is extensible; outside it the receiver does not know which glucose it reads.',
  },
  repair: {
    fr: 'Utilisez 2345-7, 4548-4, 99504-3 (MED-969 en génération précédente) ou MED-972.',
    en: 'Use 2345-7, 4548-4, 99504-3 (MED-969 in the former generation) or MED-972.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [guide('mesures-observation-glucose: code (J154)')],
  messages,
  appliesTo: isMeasure('glucose'),
  check: (resource, context) =>
    claimed('FHM-506', messages, resource, context, (problem) => {
      const table = tableOf(problem, context);
      return table && isOfOtherGeneration(problem, table) ? 'skip' : undefined;
    }),
});
