import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Invariants of R4 and of profiles, by FHIRPath. */
export const invariant = defineRule<FhirResource, FhirContext, 'broken'>({
  id: 'fhir/invariant',
  subject: 'fhir/resource',
  title: { fr: 'Les règles entre éléments sont respectées', en: 'Rules between elements hold' },
  why: {
    fr: 'Une règle du standard ou du profil lie plusieurs éléments : l’un contredit l’autre, ou manque.',
    en: 'A rule of the standard or the profile ties several elements: one contradicts another, or is missing.',
  },
  repair: {
    fr: 'Lisez la règle citée et corrigez l’un des éléments.',
    en: 'Read the rule quoted and correct one of the elements.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('conformance-rules.html', '2.1.0.3 Constraints')],
  messages: {
    broken: { fr: '{path} : règle {key} non respectée ({human})', en: '{path}: rule {key} is broken ({human})' },
  },
  check: (resource, context) => problemsFor('fhir/invariant', resource, context),
});
