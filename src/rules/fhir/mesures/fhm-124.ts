import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemAt } from './problem-at.js';
import { guide } from './sources.js';

const MEASURES = /^https:\/\/(?:interop\.esante\.gouv\.fr\/ig\/fhir\/mesures|fhir\.monespacesante\.fr)\//;

export const fhm124 = defineRule<FhirResource, FhirContext, 'otherVersion'>({
  id: 'FHM-124',
  subject: 'fhir/resource',
  title: { fr: 'La version du profil est celle du pack', en: 'The version of the profile is that of the pack' },
  why: {
    fr: 'Le profil déclaré nomme une version ; les règles appliquées ici sont celles d’une autre.',
    en: 'The declared profile names a version; the rules applied here are those of another.',
  },
  repair: {
    fr: 'Retirez le suffixe de version, ou validez avec le pack de cette version.',
    en: 'Take the version suffix away, or validate with the pack of that version.',
  },
  severity: 'information',
  trust: 'national',
  spec: [guide('Versions')],
  messages: {
    otherVersion: {
      fr: '{path} : version {found} déclarée, {expected} appliquée.',
      en: '{path}: version {found} declared, {expected} applied.',
    },
  },
  appliesTo: ({ element }) => (element.child('meta')?.all('profile') ?? []).some(({ text }) => text?.includes('|')),
  *check(resource, { pack }) {
    const expected = String(pack.parameters.guideVersion ?? pack.reference.version);
    for (const element of resource.element.child('meta')?.all('profile') ?? []) {
      const [url = '', found] = (element.text ?? '').split('|');
      if (found === undefined || found === expected || !MEASURES.test(url)) continue;
      yield problemAt('otherVersion', resource, element, { found, expected });
    }
  },
});
