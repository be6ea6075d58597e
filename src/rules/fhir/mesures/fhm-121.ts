import { defineRule } from '../../../core/index.js';
import { cutVersion } from '../../../packs/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemAt } from './problem-at.js';
import { api, guide } from './sources.js';

/** Profiles that the measures derive from: they may stand beside. */
const PARENTS = /^http:\/\/hl7\.org\/fhir\/|^https:\/\/hl7\.fr\/|^http:\/\/interopsante\.org\//;
const HYBRID = /^http:\/\/esante\.gouv\.fr\/ci-sis\/fhir\/StructureDefinition\/Mes/;

function familyOf(url: string): string {
  if (url.startsWith('http://esante.gouv.fr/ci-sis/')) return 'v1.2';
  return url.startsWith('https://fhir.monespacesante.fr/') ? 'API' : '3.x';
}

export const fhm121 = defineRule<FhirResource, FhirContext, 'hybrid' | 'otherFamily' | 'unknown'>({
  id: 'FHM-121',
  subject: 'fhir/resource',
  title: {
    fr: 'Le profil déclaré est celui de la famille visée',
    en: 'The declared profile is of the family aimed at',
  },
  why: {
    fr: 'Trois familles d’URL coexistent (v1.2, guide 3.x, API) et des hybrides circulent : un récepteur n’en connaît souvent qu’une.',
    en: 'Three families of URLs coexist (v1.2, guide 3.x, API) and hybrids circulate: a receiver often knows one only.',
  },
  repair: { fr: 'Déclarez l’URL de la famille du récepteur.', en: 'Declare the URL of the family of the receiver.' },
  severity: 'warning',
  trust: 'national',
  spec: [guide('Canonical URLs'), api('Profiles')],
  messages: {
    hybrid: {
      fr: '{path} : URL hybride ({found}) : racine de la v1.2, nom du guide 3.x. Attendu {expected}.',
      en: '{path}: hybrid URL ({found}): root of v1.2, name of guide 3.x. Expected {expected}.',
    },
    otherFamily: {
      fr: '{path} : URL de la famille {name} ({found}) ; ce pack attend {expected}.',
      en: '{path}: URL of the family {name} ({found}); this pack expects {expected}.',
    },
    unknown: {
      fr: '{path} : profil inconnu de ce pack ({found}). Vérifiez l’URL.',
      en: '{path}: profile unknown to this pack ({found}). Check the URL.',
    },
  },
  appliesTo: ({ element }, { profiles }) => element.resourceType === 'Observation' && profiles.declared.length > 0,
  *check(resource, { pack }) {
    const set = pack.fhir;
    for (const element of resource.element.child('meta')?.all('profile') ?? []) {
      const found = cutVersion(element.text ?? '');
      if (found === '' || PARENTS.test(found)) continue;
      const own = set?.choices.find(({ profile }) => profile === found);
      const other = set?.choices.find(({ aliases }) => aliases.includes(found));
      if (own || (!other && set && Object.hasOwn(set.structures, found))) continue;
      if (!other) yield problemAt('unknown', resource, element, { found });
      else if (HYBRID.test(found)) yield problemAt('hybrid', resource, element, { found, expected: other.profile });
      else {
        const data = { name: familyOf(found) };
        yield problemAt('otherFamily', resource, element, {
          found,
          expected: other.profile,
          severity: 'information',
          data,
        });
      }
    }
  },
});
