import type { Text } from '../../core/index.js';

/** Why an XML text cannot be read as FHIR. None repeats the document. */
export const XML_REASONS = {
  malformed: { fr: 'XML mal formé', en: 'malformed XML' },
  doctype: {
    fr: 'déclaration DOCTYPE refusée : FHIR ne l’autorise pas',
    en: 'DOCTYPE declaration refused: FHIR does not allow it',
  },
  encoding: {
    fr: 'encodage déclaré autre que UTF-8 : FHIR n’autorise que UTF-8',
    en: 'declared encoding other than UTF-8: FHIR allows UTF-8 only',
  },
  notFhir: {
    fr: 'la racine n’est pas dans l’espace de noms http://hl7.org/fhir',
    en: 'the root is not in the namespace http://hl7.org/fhir',
  },
} as const satisfies Record<string, Text>;
