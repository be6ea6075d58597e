import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemAt } from './problem-at.js';
import { api } from './sources.js';

export const fhm811 = defineRule<FhirResource, FhirContext, 'otherRoot'>({
  id: 'FHM-811',
  subject: 'fhir/resource',
  title: { fr: 'meta.source est sous l’OID de la solution', en: 'meta.source is under the OID of the solution' },
  why: {
    fr: 'L’API compare la source à l’OID enregistré et refuse (422) une autre racine.',
    en: 'The API compares the source with the registered OID and refuses (422) another root.',
  },
  repair: {
    fr: 'Écrivez l’OID de votre solution, ou une branche de celui-ci.',
    en: 'Write the OID of your solution, or a branch of it.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Feed: meta.source')],
  messages: {
    otherRoot: {
      fr: '{path} : « {found} » n’est pas sous {expected}.',
      en: '{path}: "{found}" is not under {expected}.',
    },
  },
  appliesTo: ({ element }, { pack }) =>
    Boolean(pack.parameters.solutionOid) &&
    element.resourceType === 'Observation' &&
    element.child('meta')?.child('source') !== undefined,
  *check(resource, { pack }) {
    const source = resource.element.child('meta')?.child('source');
    const root = `urn:oid:${String(pack.parameters.solutionOid)}`;
    const found = source?.text ?? '';
    if (!source || found === root || found.startsWith(`${root}.`)) return;
    yield problemAt('otherRoot', resource, source, { found, expected: root });
  },
});
