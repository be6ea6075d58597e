import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('target');

export const fhm205 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-205',
  subject: 'fhir/resource',
  title: { fr: 'subject désigne un Patient', en: 'subject points at a Patient' },
  why: {
    fr: 'Une mesure de santé est celle d’une personne ; un groupe, un lieu ou un appareil n’a pas de dossier.',
    en: 'A health measure is that of a person; a group, a place or a device has no record.',
  },
  repair: {
    fr: 'Désignez une ressource Patient, ou son identifiant.',
    en: 'Point at a Patient resource, or at its identifier.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.subject')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-205', messages, resource, context),
});
