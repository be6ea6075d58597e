import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing', 'type');

export const fhm206 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-206',
  subject: 'fhir/resource',
  title: {
    fr: 'La date de la mesure est présente, du type voulu',
    en: 'The date of the measure is present, of the right type',
  },
  why: {
    fr: 'Sans date, la mesure n’a pas de place dans le suivi ; pression, glycémie, HbA1c et douleur se mesurent à un instant.',
    en: 'Without a date the measure has no place in the follow-up; pressure, glucose, HbA1c and pain are measured at one moment.',
  },
  repair: {
    fr: 'Renseignez effectiveDateTime (ou effectivePeriod quand le profil l’accepte).',
    en: 'Fill in effectiveDateTime (or effectivePeriod where the profile allows it).',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.effective[x]')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-206', messages, resource, context),
});
