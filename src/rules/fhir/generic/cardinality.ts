import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Minimum and maximum of R4 and of profiles; those of slices are told by fhir/slicing. */
export const cardinality = defineRule<FhirResource, FhirContext, 'tooFew' | 'tooMany' | 'forbidden'>({
  id: 'fhir/cardinality',
  subject: 'fhir/resource',
  title: {
    fr: 'Chaque élément est présent autant de fois que prévu',
    en: 'Each element is there as many times as provided for',
  },
  why: {
    fr: 'Un élément obligatoire manquant prive le destinataire d’une donnée sur laquelle il compte.',
    en: 'A required element that is missing deprives the receiver of something it relies on.',
  },
  repair: {
    fr: 'Ajoutez l’élément manquant, ou retirez ceux en trop.',
    en: 'Add the missing element, or take away those in excess.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('conformance-rules.html', '2.1.0.1 Cardinality')],
  messages: {
    tooFew: {
      fr: '{path} : {found} présent, {expected} demandé ({profile})',
      en: '{path}: {found} present, {expected} asked for ({profile})',
    },
    tooMany: {
      fr: '{path} : {found} présents, {expected} permis ({profile})',
      en: '{path}: {found} present, {expected} allowed ({profile})',
    },
    forbidden: { fr: '{path} n’est pas permis ({profile})', en: '{path} is not allowed ({profile})' },
  },
  check: (resource, context) => problemsFor('fhir/cardinality', resource, context),
});
