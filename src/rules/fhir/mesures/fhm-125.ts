import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm125 = defineRule<FhirResource, FhirContext, 'guessed'>({
  id: 'FHM-125',
  subject: 'fhir/resource',
  title: { fr: 'Le profil appliqué est dit', en: 'The profile that was applied is told' },
  why: {
    fr: 'Quand aucun profil de mesure n’est déclaré, celui du code est appliqué : le rapport doit le dire.',
    en: 'When no measure profile is declared, that of the code is applied: the report has to say so.',
  },
  repair: { fr: 'Déclarez meta.profile pour lever le doute.', en: 'Declare meta.profile to remove the doubt.' },
  severity: 'information',
  trust: 'project',
  spec: [ours('choice of the profile')],
  messages: {
    guessed: {
      fr: '{path} : profil choisi d’après le code : {expected}.',
      en: '{path}: profile chosen from the code: {expected}.',
    },
  },
  appliesTo: isMeasure(),
  *check(resource, { profiles }) {
    const { guessedBy } = profiles;
    if (!guessedBy) return;
    const place = resource.element.child('code') ?? resource.element;
    yield problemAt('guessed', resource, place, { expected: guessedBy.profile });
  },
});
