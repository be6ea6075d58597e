import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, measureNameOf, measureOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { guide } from './sources.js';

export const fhm813 = defineRule<FhirResource, FhirContext, 'notListed'>({
  id: 'FHM-813',
  subject: 'fhir/resource',
  title: {
    fr: 'La mesure est de celles que le lot d’alimentation porte',
    en: 'The measure is one the feed bundle carries',
  },
  why: {
    fr: 'À 3.2.0, la liste du lot des constantes omet la fréquence respiratoire, la glycémie et l’HbA1c (lot de biologie).',
    en: 'At 3.2.0 the list of the vital-signs bundle leaves out respiratory rate, glucose and HbA1c (biology bundle).',
  },
  repair: {
    fr: 'Utilisez le lot de biologie pour glycémie et HbA1c ; convenez du reste avec le récepteur.',
    en: 'Use the biology bundle for glucose and HbA1c; agree on the rest with the receiver.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [guide('mesures-bundle-flux-alimentation')],
  messages: {
    notListed: {
      fr: '{path} : {found} n’est pas dans la liste du lot d’alimentation.',
      en: '{path}: {found} is not in the list of the feed bundle.',
    },
  },
  appliesTo: (resource, context) =>
    isMeasure()(resource, context) && resource.bundle?.valueOf('type') === 'transaction',
  *check(resource, context) {
    const measure = measureOf(resource, context);
    const profiles = resource.bundle?.child('meta')?.all('profile') ?? [];
    const isBiology = profiles.some(({ text }) => text?.includes('-biologie'));
    if (!measure || measure.feed === 'vital-signs' || (isBiology && measure.feed === 'biology')) return;
    yield problemAt('notListed', resource, resource.element, { found: measureNameOf(measure.profile) });
  },
});
