import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Objects, arrays and JSON kinds; nothing empty. */
export const structure = defineRule<
  FhirResource,
  FhirContext,
  | 'empty'
  | 'emptyArray'
  | 'null'
  | 'arrayExpected'
  | 'arrayUnexpected'
  | 'objectExpected'
  | 'primitiveExpected'
  | 'wrongJsonType'
  | 'noResourceType'
  | 'unknownResourceType'
>({
  id: 'fhir/structure',
  subject: 'fhir/resource',
  title: { fr: 'Chaque élément a la forme de son type', en: 'Each element has the shape of its type' },
  why: {
    fr: 'Un lecteur qui attend un tableau, un objet ou un nombre échoue sur une autre forme.',
    en: 'A reader that expects an array, an object or a number fails on another shape.',
  },
  repair: {
    fr: 'Donnez à l’élément la forme que R4 prévoit, ou retirez-le.',
    en: 'Give the element the shape R4 provides for, or take it away.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('json.html', '2.6.2 JSON Representation of Resources'), r4('element.html', '2.24.0 Element')],
  messages: {
    empty: { fr: '{path} est vide', en: '{path} is empty' },
    emptyArray: {
      fr: '{path} est un tableau vide : retirez la propriété',
      en: '{path} is an empty array: take the property away',
    },
    null: { fr: '{path} vaut null, que FHIR n’admet pas ici', en: '{path} is null, which FHIR does not allow here' },
    arrayExpected: { fr: '{path} se répète : un tableau est attendu', en: '{path} may repeat: an array is expected' },
    arrayUnexpected: { fr: '{path} ne se répète pas : pas de tableau', en: '{path} does not repeat: no array' },
    objectExpected: { fr: '{path} doit être un objet', en: '{path} must be an object' },
    primitiveExpected: {
      fr: '{path} doit être une valeur simple ({type})',
      en: '{path} must be a primitive value ({type})',
    },
    wrongJsonType: {
      fr: '{path} ({type}) : valeur JSON de type {found}, attendu {expected}',
      en: '{path} ({type}): JSON value of type {found}, expected {expected}',
    },
    noResourceType: { fr: '{path} : resourceType manque', en: '{path}: resourceType is missing' },
    unknownResourceType: {
      fr: '{path} : type de ressource inconnu de R4 : {found}',
      en: '{path}: resource type unknown to R4: {found}',
    },
  },
  check: (resource, context) => problemsFor('fhir/structure', resource, context),
});
