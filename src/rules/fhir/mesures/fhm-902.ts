import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { frCore } from './sources.js';

const messages = claimMessages('broken');

export const fhm902 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-902',
  subject: 'fhir/resource',
  title: {
    fr: 'Une identité validée porte son INS, et un seul identifiant officiel',
    en: 'A validated identity carries its INS, and one official identifier only',
  },
  why: {
    fr: 'Le statut validé veut dire que l’INS a été obtenu du téléservice ; sans lui, l’identité n’est pas qualifiée.',
    en: 'The validated status means the INS was obtained from the national service; without it the identity is not qualified.',
  },
  repair: {
    fr: 'Ajoutez l’identifiant INS avec use official, ou baissez le statut de l’identité.',
    en: 'Add the INS identifier with use official, or lower the status of the identity.',
  },
  severity: 'error',
  trust: 'national',
  spec: [frCore('fr-core-patient-ins (fr-core-1, fr-core-2)')],
  messages,
  appliesTo: isResource('Patient'),
  check: (resource, context) => claimed('FHM-902', messages, resource, context),
});
