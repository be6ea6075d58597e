import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Types of choice elements, and of resources inside resources. */
export const allowedType = defineRule<FhirResource, FhirContext, 'typeNotAllowed'>({
  id: 'fhir/allowed-type',
  subject: 'fhir/resource',
  title: { fr: 'La valeur est d’un type permis', en: 'The value is of a type allowed' },
  why: {
    fr: 'Le destinataire ne sait lire que les types que le profil prévoit.',
    en: 'The receiver only knows how to read the types the profile provides for.',
  },
  repair: { fr: 'Employez un des types permis.', en: 'Use one of the types allowed.' },
  severity: 'error',
  trust: 'standard',
  spec: [r4('formats.html', '2.6.0.7 Choice of Data Types')],
  messages: {
    typeNotAllowed: {
      fr: '{path} : type {found}, permis : {expected} ({profile})',
      en: '{path}: type {found}, allowed: {expected} ({profile})',
    },
  },
  check: (resource, context) => problemsFor('fhir/allowed-type', resource, context),
});
