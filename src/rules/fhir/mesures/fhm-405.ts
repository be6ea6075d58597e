import { defineRule } from '../../../core/index.js';
import type { Pack } from '../../../packs/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, measureOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { guide } from './sources.js';

const MEASURE_EXTENSION =
  /^https:\/\/interop\.esante\.gouv\.fr\/ig\/fhir\/mesures\/StructureDefinition\/(mesures-[a-z-]+)$/;

/** Extensions that slices of the profile name. */
function extensionsOfProfile(pack: Pack, profile: string): ReadonlySet<string> {
  const elements = pack.fhir?.structures[profile]?.snapshot?.element ?? [];
  const slices = elements.filter(({ path }) => path === 'Observation.extension');
  return new Set(slices.flatMap(({ type }) => (type ?? []).flatMap((each) => each.profile ?? [])));
}

export const fhm405 = defineRule<FhirResource, FhirContext, 'otherVersion' | 'notInProfile'>({
  id: 'FHM-405',
  subject: 'fhir/resource',
  title: { fr: 'Les extensions sont celles de la version', en: 'Extensions are those of the version' },
  why: {
    fr: 'Une extension retirée ou pas encore définie dans la version visée ne sera pas lue.',
    en: 'An extension removed from, or not yet defined in, the version aimed at is not read.',
  },
  repair: {
    fr: 'Retirez-la, ou visez la version qui la définit.',
    en: 'Take it away, or aim at the version that defines it.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.extension'), { standard: 'ANS Mesures de santé 3.0.1', section: 'Observation.extension' }],
  messages: {
    otherVersion: {
      fr: '{path} : {found} n’existe pas dans la version {expected} du guide.',
      en: '{path}: {found} does not exist in version {expected} of the guide.',
    },
    notInProfile: {
      fr: '{path} : {found} n’est pas prévue pour cette mesure dans la version {expected} ; elle sera ignorée.',
      en: '{path}: {found} is not provided for on this measure in version {expected}; it is ignored.',
    },
  },
  appliesTo: isMeasure(),
  *check(resource, context) {
    const { pack } = context;
    const profile = measureOf(resource, context)?.profile ?? '';
    const removed = pack.parameters.extensionsOfOtherVersions;
    const expected = String(pack.parameters.guideVersion);
    const named = extensionsOfProfile(pack, profile);
    for (const element of resource.element.all('extension')) {
      const url = element.valueOf('url') ?? '';
      const [, found] = MEASURE_EXTENSION.exec(url) ?? [];
      if (found === undefined || named.has(url) || !pack.fhir?.structures[url]) continue;
      const isRemoved = Array.isArray(removed) && removed.includes(found);
      if (isRemoved) yield problemAt('otherVersion', resource, element, { found, expected });
      else yield problemAt('notInProfile', resource, element, { found, expected, severity: 'warning' });
    }
  },
});
