import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Lexical forms of R4, calendar days, and the limits of profiles. */
export const primitiveFormat = defineRule<
  FhirResource,
  FhirContext,
  'empty' | 'format' | 'tooLong' | 'tooSmall' | 'tooLarge'
>({
  id: 'fhir/primitive-format',
  subject: 'fhir/resource',
  title: { fr: 'Chaque valeur simple a la forme de son type', en: 'Each primitive value has the form of its type' },
  why: {
    fr: 'Une date, un code ou un nombre mal formé n’est pas interprétable.',
    en: 'A date, a code or a number badly formed cannot be interpreted.',
  },
  repair: { fr: 'Écrivez la valeur dans la forme attendue.', en: 'Write the value in the form expected.' },
  severity: 'error',
  trust: 'standard',
  spec: [r4('datatypes.html', '2.24.0.1 Primitive Types')],
  messages: {
    empty: { fr: '{path} ({type}) est un texte vide', en: '{path} ({type}) is an empty text' },
    format: {
      fr: '{path} : « {found} » n’a pas la forme d’un {type} ({expected})',
      en: '{path}: "{found}" does not have the form of a {type} ({expected})',
    },
    tooLong: {
      fr: '{path} : {found} caractères, {expected} au plus',
      en: '{path}: {found} characters, {expected} at most',
    },
    tooSmall: { fr: '{path} : {found}, au moins {expected}', en: '{path}: {found}, at least {expected}' },
    tooLarge: { fr: '{path} : {found}, au plus {expected}', en: '{path}: {found}, at most {expected}' },
  },
  check: (resource, context) => problemsFor('fhir/primitive-format', resource, context),
});
