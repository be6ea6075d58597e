import type { Text } from '../../core/index.js';

/** Why a JSON text cannot be read. None repeats the document. */
export const JSON_REASONS = {
  notAnObject: {
    fr: 'une ressource FHIR est un objet JSON ; le document commence autrement',
    en: 'a FHIR resource is a JSON object; the document starts otherwise',
  },
  noResourceType: {
    fr: 'resourceType manque : le document n’est pas une ressource FHIR',
    en: 'resourceType is missing: the document is not a FHIR resource',
  },
  trailingComma: { fr: 'virgule en trop avant la fermeture', en: 'extra comma before the closing' },
  afterEnd: { fr: 'du texte suit la fin de la ressource', en: 'text follows the end of the resource' },
  cut: { fr: 'le document s’arrête au milieu', en: 'the document stops in the middle' },
  key: { fr: 'un nom de propriété entre guillemets est attendu', en: 'a property name in quotes is expected' },
  colon: { fr: 'deux-points attendu après le nom de propriété', en: 'colon expected after the property name' },
  comma: { fr: 'virgule ou fermeture attendue', en: 'comma or closing expected' },
  value: { fr: 'valeur JSON attendue', en: 'JSON value expected' },
  notANumber: {
    fr: 'NaN et Infinity ne sont pas des nombres JSON',
    en: 'NaN and Infinity are not JSON numbers',
  },
  number: { fr: 'nombre mal écrit', en: 'number badly written' },
  comment: { fr: 'les commentaires n’existent pas en JSON', en: 'JSON has no comments' },
  quotes: { fr: 'guillemets doubles attendus', en: 'double quotes expected' },
  control: {
    fr: 'caractère de contrôle dans une chaîne (à écrire sous forme \\u00XX)',
    en: 'control character in a string (to be written as \\u00XX)',
  },
  escape: { fr: 'séquence d’échappement inconnue', en: 'unknown escape sequence' },
} as const satisfies Record<string, Text>;
