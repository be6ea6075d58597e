import { defineRule } from '../../../core/index.js';
import { cutVersion } from '../../../packs/index.js';
import { rowFor } from '../choose-profiles.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure } from './measures.js';
import { problemAt } from './problem-at.js';
import { api, guide } from './sources.js';

export const fhm122 = defineRule<FhirResource, FhirContext, 'contradicts'>({
  id: 'FHM-122',
  subject: 'fhir/resource',
  title: {
    fr: 'Le profil déclaré et le code disent la même mesure',
    en: 'The declared profile and the code tell the same measure',
  },
  why: {
    fr: 'Un poids déclaré comme taille serait rangé et affiché comme une taille.',
    en: 'A weight declared as a height would be filed and shown as a height.',
  },
  repair: { fr: 'Corrigez meta.profile ou code.', en: 'Correct meta.profile or code.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.code'), api('Profiles')],
  messages: {
    contradicts: {
      fr: '{path} : le profil {found} contredit le code, qui est celui de {expected}.',
      en: '{path}: the profile {found} contradicts the code, which is that of {expected}.',
    },
  },
  appliesTo: isMeasure(),
  *check(resource, { pack }) {
    const byCode = rowFor(pack.fhir, resource.element);
    if (!byCode) return;
    for (const element of resource.element.child('meta')?.all('profile') ?? []) {
      const url = cutVersion(element.text ?? '');
      const declared = pack.fhir?.choices.find(({ profile, aliases }) => profile === url || aliases.includes(url));
      // HbA1c stands in the glucose profile up to 3.1.0: FHM-613 tells it.
      const isHba1c = declared?.profile.endsWith('observation-glucose') && byCode.profile.endsWith('-hb1ac');
      if (!declared || declared.profile === byCode.profile || isHba1c) continue;
      yield problemAt('contradicts', resource, element, { found: url, expected: byCode.profile });
    }
  },
});
