import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { guide } from './sources.js';

export const fhm120 = defineRule<FhirResource, FhirContext, 'absent'>({
  id: 'FHM-120',
  subject: 'fhir/resource',
  title: { fr: 'meta.profile dit quel profil est suivi', en: 'meta.profile tells which profile is followed' },
  why: {
    fr: 'Sans profil déclaré, le récepteur doit deviner lequel appliquer ; l’API de Mon espace santé le refuse.',
    en: 'Without a declared profile the receiver has to guess which one applies; the API of Mon espace santé refuses it.',
  },
  repair: {
    fr: 'Ajoutez meta.profile avec l’URL du profil de la mesure.',
    en: 'Add meta.profile with the URL of the profile of the measure.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [guide('Observation.meta.profile')],
  messages: {
    absent: {
      fr: '{path} : aucun profil déclaré. Ajoutez l’URL du profil suivi.',
      en: '{path}: no profile declared. Add the URL of the profile that is followed.',
    },
  },
  appliesTo: isResource('Observation'),
  *check(resource, { profiles }) {
    if (profiles.declared.length === 0)
      yield problemAt('absent', resource, resource.element, { missing: 'meta.profile' });
  },
});
