import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { api } from './sources.js';

export const fhm803 = defineRule<FhirResource, FhirContext, 'absent'>({
  id: 'FHM-803',
  subject: 'fhir/resource',
  title: { fr: 'meta.profile est obligatoire à l’API', en: 'meta.profile is mandatory at the API' },
  why: {
    fr: 'L’API refuse (422) une observation ou un objet connecté sans profil déclaré.',
    en: 'The API refuses (422) an observation or a device without a declared profile.',
  },
  repair: {
    fr: 'Ajoutez meta.profile : famille fhir.monespacesante.fr pour la mesure, PhdDevice pour l’objet.',
    en: 'Add meta.profile: family fhir.monespacesante.fr for the measure, PhdDevice for the device.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Feed: meta.profile')],
  messages: {
    absent: {
      fr: '{path} : aucun profil déclaré, l’API refusera. Ajoutez-le.',
      en: '{path}: no profile declared, the API will refuse. Add it.',
    },
  },
  appliesTo: isResource('Observation', 'Device'),
  *check(resource, { profiles }) {
    if (profiles.declared.length === 0)
      yield problemAt('absent', resource, resource.element, { missing: 'meta.profile' });
  },
});
