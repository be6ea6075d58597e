import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** What reading the bytes showed: the engine then judges what could be read. */
export const wellFormed = defineRule<
  FhirResource,
  FhirContext,
  | 'byteOrderMark'
  | 'duplicateKey'
  | 'loneSurrogate'
  | 'nestedArray'
  | 'orphanUnderscore'
  | 'textContent'
  | 'foreignNamespace'
  | 'unknownAttribute'
>({
  id: 'fhir/well-formed',
  subject: 'fhir/resource',
  title: { fr: 'Le document est écrit sans ambiguïté', en: 'The document is written without ambiguity' },
  why: {
    fr: 'Deux lecteurs peuvent comprendre différemment une clé écrite deux fois, un tableau imbriqué ou un caractère incomplet.',
    en: 'Two readers may understand a key written twice, a nested array or half a character differently.',
  },
  repair: {
    fr: 'Écrivez le document avec une bibliothèque JSON ou XML, en UTF-8 sans marque d’ordre.',
    en: 'Write the document with a JSON or XML library, in UTF-8 without a byte order mark.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [
    r4('json.html', '2.6.2 JSON Representation of Resources'),
    r4('xml.html', '2.6.1 XML Representation of Resources'),
  ],
  messages: {
    byteOrderMark: {
      fr: 'Marque d’ordre des octets en tête du document',
      en: 'Byte order mark at the start of the document',
    },
    duplicateKey: {
      fr: '{path} : la propriété {name} est écrite deux fois ; la première est lue',
      en: '{path}: the property {name} is written twice; the first one is read',
    },
    loneSurrogate: {
      fr: '{path} : moitié d’un caractère Unicode (\\uD800 à \\uDFFF seul)',
      en: '{path}: half of a Unicode character (\\uD800 to \\uDFFF alone)',
    },
    nestedArray: {
      fr: '{path} : tableau dans un tableau, que FHIR ne connaît pas',
      en: '{path}: array inside an array, which FHIR does not have',
    },
    orphanUnderscore: {
      fr: '{path} : {name} n’accompagne pas une valeur simple',
      en: '{path}: {name} does not go with a primitive value',
    },
    textContent: {
      fr: '{path} : texte hors des attributs, que FHIR ne lit pas',
      en: '{path}: text outside attributes, which FHIR does not read',
    },
    foreignNamespace: {
      fr: '{path} : élément {name} hors de l’espace de noms FHIR',
      en: '{path}: element {name} outside the FHIR namespace',
    },
    unknownAttribute: {
      fr: '{path} : attribut {name} inconnu de FHIR',
      en: '{path}: attribute {name} unknown to FHIR',
    },
  },
  check: (resource, context) => problemsFor('fhir/well-formed', resource, context),
});
