import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** A profile that is not at hand is a cantTell that names it. */
export const profile = defineRule<FhirResource, FhirContext, 'wrongResourceType' | 'conformsToNone'>({
  id: 'fhir/profile',
  subject: 'fhir/resource',
  title: { fr: 'La ressource suit le profil qu’elle déclare', en: 'The resource follows the profile it declares' },
  why: {
    fr: 'Le destinataire choisit son traitement d’après le profil déclaré.',
    en: 'The receiver chooses its processing from the profile declared.',
  },
  repair: {
    fr: 'Déclarez le profil que la ressource suit, ou corrigez la ressource.',
    en: 'Declare the profile the resource follows, or correct the resource.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('profiling.html', '5.1.0 Profiling FHIR')],
  messages: {
    wrongResourceType: {
      fr: '{path} : le profil {profile} est celui d’un {expected}, pas d’un {found}',
      en: '{path}: profile {profile} is for a {expected}, not for a {found}',
    },
    conformsToNone: {
      fr: '{path} ne suit aucun des profils demandés : {expected}',
      en: '{path} follows none of the profiles asked for: {expected}',
    },
  },
  check: (resource, context) => problemsFor('fhir/profile', resource, context),
});
