import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Counts, closing and order of slices; a slice that cannot be told apart is a cantTell. */
export const slicing = defineRule<
  FhirResource,
  FhirContext,
  'tooFew' | 'tooMany' | 'forbidden' | 'notInASlice' | 'notAtEnd' | 'order'
>({
  id: 'fhir/slicing',
  subject: 'fhir/resource',
  title: { fr: 'Les tranches du profil sont respectées', en: 'Slices of the profile are kept to' },
  why: {
    fr: 'Une tranche nomme une valeur attendue parmi d’autres : ici un code, un identifiant, un composant.',
    en: 'A slice names one expected value among others: a code, an identifier, a component.',
  },
  repair: {
    fr: 'Ajoutez la valeur de la tranche, ou retirez celle en trop.',
    en: 'Add the value of the slice, or take away the one in excess.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('profiling.html', '5.1.0.13 Slicing')],
  messages: {
    tooFew: {
      fr: '{path} : tranche {slice} présente {found} fois, {expected} demandé ({profile})',
      en: '{path}: slice {slice} present {found} times, {expected} asked for ({profile})',
    },
    tooMany: {
      fr: '{path} : tranche {slice} présente {found} fois, {expected} permis ({profile})',
      en: '{path}: slice {slice} present {found} times, {expected} allowed ({profile})',
    },
    forbidden: {
      fr: '{path} : la tranche {slice} n’est pas permise ({profile})',
      en: '{path}: slice {slice} is not allowed ({profile})',
    },
    notInASlice: {
      fr: '{path} n’entre dans aucune des tranches permises : {expected} ({profile})',
      en: '{path} fits none of the slices allowed: {expected} ({profile})',
    },
    notAtEnd: {
      fr: '{path} doit venir après les tranches {expected} ({profile})',
      en: '{path} must come after the slices {expected} ({profile})',
    },
    order: {
      fr: '{path} n’est pas dans l’ordre des tranches : {expected} ({profile})',
      en: '{path} is not in the order of the slices: {expected} ({profile})',
    },
  },
  check: (resource, context) => problemsFor('fhir/slicing', resource, context),
});
