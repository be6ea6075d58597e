import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm123 = defineRule<FhirResource, FhirContext, 'several'>({
  id: 'FHM-123',
  subject: 'fhir/resource',
  title: { fr: 'Un seul profil de mesure est déclaré', en: 'One measure profile is declared' },
  why: {
    fr: 'Une observation est une mesure ; deux profils de mesures la rendent ambiguë.',
    en: 'An observation is one measure; two measure profiles make it ambiguous.',
  },
  repair: { fr: 'Gardez le profil de la mesure transmise.', en: 'Keep the profile of the measure that is sent.' },
  severity: 'warning',
  trust: 'project',
  spec: [ours('one measure, one profile')],
  messages: {
    several: {
      fr: '{path} : {count} profils de mesures déclarés à la fois. Gardez-en un.',
      en: '{path}: {count} measure profiles declared at once. Keep one.',
    },
  },
  appliesTo: ({ element }, { profiles }) => element.resourceType === 'Observation' && profiles.declared.length > 0,
  *check(resource, { pack, profiles }) {
    const measures = pack.fhir?.sheets?.measures ?? {};
    const declared = profiles.judged.filter((url) => Object.hasOwn(measures, url));
    const place = resource.element.child('meta')?.all('profile')[1];
    if (declared.length > 1 && place) yield problemAt('several', resource, place, { data: { count: declared.length } });
  },
});
