import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** bdl-1 to bdl-4, bdl-7, bdl-8, each at the entry that breaks it. */
export const bundle = defineRule<
  FhirResource,
  FhirContext,
  | 'totalOutsideSearch'
  | 'searchOutsideSearch'
  | 'noRequest'
  | 'requestUnexpected'
  | 'noResponse'
  | 'responseUnexpected'
  | 'fullUrlVersioned'
  | 'fullUrlRelative'
  | 'fullUrlTwice'
>({
  id: 'fhir/bundle',
  subject: 'fhir/resource',
  title: { fr: 'Les entrées du Bundle conviennent à son type', en: 'Entries of the Bundle fit its type' },
  why: {
    fr: 'Un serveur lit chaque entrée selon le type du Bundle : une demande manquante empêche de la traiter.',
    en: 'A server reads each entry according to the type of the Bundle: without its request it cannot be processed.',
  },
  repair: { fr: 'Complétez ou retirez la partie nommée.', en: 'Complete or take away the part named.' },
  severity: 'error',
  trust: 'standard',
  spec: [r4('bundle.html', '2.36.3 Resource Bundle: constraints')],
  messages: {
    totalOutsideSearch: {
      fr: '{path} : total réservé à searchset et history',
      en: '{path}: total is for searchset and history only',
    },
    searchOutsideSearch: { fr: '{path} : search réservé à searchset', en: '{path}: search is for searchset only' },
    noRequest: {
      fr: '{path} : chaque entrée d’un Bundle {type} porte request',
      en: '{path}: each entry of a {type} Bundle has a request',
    },
    requestUnexpected: {
      fr: '{path} : request n’a pas sa place dans un Bundle {type}',
      en: '{path}: request does not belong in a {type} Bundle',
    },
    noResponse: {
      fr: '{path} : chaque entrée d’un Bundle {type} porte response',
      en: '{path}: each entry of a {type} Bundle has a response',
    },
    responseUnexpected: {
      fr: '{path} : response n’a pas sa place dans un Bundle {type}',
      en: '{path}: response does not belong in a {type} Bundle',
    },
    fullUrlVersioned: {
      fr: '{path} : fullUrl ne désigne pas une version (/_history/)',
      en: '{path}: fullUrl does not name a version (/_history/)',
    },
    fullUrlRelative: {
      fr: '{path} : fullUrl doit être une adresse absolue (urn:uuid: ou https:)',
      en: '{path}: fullUrl must be an absolute address (urn:uuid: or https:)',
    },
    fullUrlTwice: {
      fr: '{path} : une autre entrée porte la même fullUrl',
      en: '{path}: another entry has the same fullUrl',
    },
  },
  check: (resource, context) => problemsFor('fhir/bundle', resource, context),
});
