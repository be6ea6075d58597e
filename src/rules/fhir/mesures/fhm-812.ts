import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { api, r4 } from './sources.js';

const messages = {
  form: {
    fr: '{path} : fullUrl en double, relative ou propre à une version. Écrivez urn:uuid:….',
    en: '{path}: fullUrl duplicated, relative or version-specific. Write urn:uuid:….',
  },
  absent: { fr: '{path} : absente. Ajoutez urn:uuid:….', en: '{path}: absent. Add urn:uuid:….' },
} as const;

export const fhm812 = defineRule<FhirResource, FhirContext, 'form' | 'absent'>({
  id: 'FHM-812',
  subject: 'fhir/resource',
  title: { fr: 'Les fullUrl sont présentes, uniques et absolues', en: 'fullUrls are present, unique and absolute' },
  why: {
    fr: 'C’est par fullUrl que les références du lot se résolvent ; R4 la veut absolue (urn:uuid:…).',
    en: 'References of the bundle resolve by fullUrl; R4 wants it absolute (urn:uuid:…).',
  },
  repair: {
    fr: 'Donnez à chaque entrée un urn:uuid: qui lui est propre.',
    en: 'Give each entry a urn:uuid: of its own.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [r4('bundle.html'), api('Feed')],
  messages,
  appliesTo: isResource('Bundle'),
  *check(resource, context) {
    yield* claimed('FHM-812', messages, resource, context, () => ({ severity: 'warning' }));
    if (resource.element.valueOf('type') !== 'transaction') return;
    for (const entry of resource.element.all('entry')) {
      const isObservation = entry.child('resource')?.resourceType === 'Observation';
      if (isObservation && !entry.child('fullUrl')) yield problemAt('absent', resource, entry, { missing: 'fullUrl' });
    }
  },
});
