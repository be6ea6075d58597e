import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** fixed[x] and pattern[x]. */
export const fixedOrPattern = defineRule<FhirResource, FhirContext, 'notFixed' | 'notPattern'>({
  id: 'fhir/fixed-or-pattern',
  subject: 'fhir/resource',
  title: { fr: 'Les valeurs imposées sont respectées', en: 'Imposed values are kept to' },
  why: {
    fr: 'Le profil impose cette valeur pour que tous lisent la même chose.',
    en: 'The profile imposes this value so that all read the same thing.',
  },
  repair: { fr: 'Écrivez exactement la valeur imposée.', en: 'Write exactly the imposed value.' },
  severity: 'error',
  trust: 'standard',
  spec: [r4('profiling.html', '5.1.0.10 Fixed and Pattern values')],
  messages: {
    notFixed: { fr: '{path} : {expected} est imposé ({profile})', en: '{path}: {expected} is imposed ({profile})' },
    notPattern: {
      fr: '{path} ne contient pas ce qui est imposé : {expected} ({profile})',
      en: '{path} does not hold what is imposed: {expected} ({profile})',
    },
  },
  check: (resource, context) => problemsFor('fhir/fixed-or-pattern', resource, context),
});
