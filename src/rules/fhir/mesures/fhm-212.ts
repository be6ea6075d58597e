import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { r4 } from './sources.js';

const messages = claimMessages('code');

export const fhm212 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-212',
  subject: 'fhir/resource',
  title: { fr: 'La raison d’absence est dans la liste de HL7', en: 'The reason for absence is in the HL7 list' },
  why: {
    fr: 'La liste est extensible : un autre code est permis si aucun de HL7 ne convient, mais peu de récepteurs le liront.',
    en: 'The list is extensible: another code is allowed when none of HL7 fits, yet few receivers will read it.',
  },
  repair: {
    fr: 'Préférez un code de la liste data-absent-reason.',
    en: 'Prefer a code of the list data-absent-reason.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [r4('valueset-data-absent-reason.html')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-212', messages, resource, context),
});
