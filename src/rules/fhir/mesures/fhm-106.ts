import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { r4 } from './sources.js';

const messages = claimMessages('missing', 'extra');

export const fhm106 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-106',
  subject: 'fhir/resource',
  title: {
    fr: 'Les éléments obligatoires de R4 sont présents, sans excès',
    en: 'The elements R4 requires are present, and not too many',
  },
  why: {
    fr: 'Un élément obligatoire absent (statut, code) rend la ressource inutilisable partout.',
    en: 'A required element that is absent (status, code) makes the resource useless everywhere.',
  },
  repair: {
    fr: 'Ajoutez l’élément manquant ou retirez les répétitions en trop.',
    en: 'Add the missing element or take away the excess repetitions.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('observation.html')],
  messages,
  check: (resource, context) => claimed('FHM-106', messages, resource, context),
});
