import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Types of targets, contained resources, entries of the Bundle. */
export const reference = defineRule<
  FhirResource,
  FhirContext,
  'notContained' | 'notInBundle' | 'typeDiffers' | 'wrongType'
>({
  id: 'fhir/reference',
  subject: 'fhir/resource',
  title: {
    fr: 'Les références désignent une ressource du bon type',
    en: 'References name a resource of the right type',
  },
  why: {
    fr: 'Une référence fausse attribue la donnée à une autre personne ou à rien.',
    en: 'A wrong reference gives the data to another person, or to nothing.',
  },
  repair: {
    fr: 'Corrigez la référence, ou joignez la ressource désignée.',
    en: 'Correct the reference, or add the resource it names.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('references.html', '2.3.0 Resource References')],
  messages: {
    notContained: {
      fr: '{path} : aucune ressource contenue ne porte cet identifiant',
      en: '{path}: no contained resource has this id',
    },
    notInBundle: {
      fr: '{path} : cette adresse n’est celle d’aucune entrée du Bundle',
      en: '{path}: this address is that of no entry of the Bundle',
    },
    typeDiffers: {
      fr: '{path} : type {found}, mais la référence désigne un {expected}',
      en: '{path}: type {found}, but the reference names a {expected}',
    },
    wrongType: {
      fr: '{path} désigne un {found}, permis : {expected} ({profile})',
      en: '{path} names a {found}, allowed: {expected} ({profile})',
    },
  },
  check: (resource, context) => problemsFor('fhir/reference', resource, context),
});
