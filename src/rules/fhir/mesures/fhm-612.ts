import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('extra');

export const fhm612 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-612',
  subject: 'fhir/resource',
  title: {
    fr: 'La glycémie a au plus un intervalle de référence (3.2.0)',
    en: 'A glucose has at most one reference range (3.2.0)',
  },
  why: {
    fr: 'Le profil 3.2.0 en admet un seul, pour que l’affichage soit sans équivoque.',
    en: 'The profile 3.2.0 allows one only, so that the display is unequivocal.',
  },
  repair: { fr: 'Gardez l’intervalle qui s’applique au patient.', en: 'Keep the range that applies to the patient.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-observation-glucose: referenceRange')],
  messages,
  appliesTo: isMeasure('glucose'),
  check: (resource, context) => claimed('FHM-612', messages, resource, context),
});
