import type { ErrorEntry } from '../errors.js';

/** Documents that do not read. */
export const DOCUMENT_ERRORS = {
  'hl7v2-not-a-message': {
    family: 'document',
    text: {
      fr: 'Ligne {line} : pas de segment MSH en tête, ce n’est pas un message HL7 v2',
      en: 'Line {line}: no MSH segment at the start, this is not an HL7 v2 message',
    },
    hint: {
      fr: 'Le message doit commencer par « MSH » suivi du séparateur de champs.',
      en: 'The message must start with "MSH" followed by the field separator.',
    },
  },
  'hl7v2-too-large': {
    family: 'document',
    text: {
      fr: 'Message de {size} octets, au-delà de la limite de {limit}',
      en: 'Message of {size} bytes, above the limit of {limit}',
    },
    hint: { fr: 'Relevez la limite avec --max-bytes.', en: 'Raise the limit with --max-bytes.' },
  },
  'hl7v2-too-many-segments': {
    family: 'document',
    text: { fr: 'Plus de {limit} segments dans un message', en: 'More than {limit} segments in one message' },
    hint: { fr: 'Découpez le message.', en: 'Split the message.' },
  },
  'hl7v2-too-many-parts': {
    family: 'document',
    text: {
      fr: 'Message de {count} séparateurs, au-delà de la limite de {limit}',
      en: 'Message of {count} separators, above the limit of {limit}',
    },
    hint: { fr: 'Découpez le message.', en: 'Split the message.' },
  },
  'hl7v2-cannot-encode': {
    family: 'operator',
    text: {
      fr: '{path} : un caractère ne peut pas être écrit dans le jeu de caractères « {charset} »',
      en: '{path}: a character cannot be written in the character set "{charset}"',
    },
    hint: {
      fr: 'Annoncez « UNICODE UTF-8 » dans MSH-18, ou changez la valeur.',
      en: 'Declare "UNICODE UTF-8" in MSH-18, or change the value.',
    },
  },
  'fhir-syntax': {
    family: 'document',
    text: { fr: 'Ligne {line}, colonne {column} : {reasonFr}', en: 'Line {line}, column {column}: {reasonEn}' },
    hint: {
      fr: 'Corrigez l’écriture du document à cet endroit ; rien n’a été validé au-delà.',
      en: 'Correct the writing of the document at this place; nothing was validated beyond it.',
    },
  },
  'fhir-too-large': {
    family: 'document',
    text: {
      fr: 'Document FHIR de {size} octets, au-delà de la limite de {limit}',
      en: 'FHIR document of {size} bytes, above the limit of {limit}',
    },
    hint: {
      fr: 'Découpez le Bundle, ou envoyez une ressource par ligne (NDJSON), lue au fil de l’eau.',
      en: 'Split the Bundle, or send one resource per line (NDJSON), which is read as a stream.',
    },
  },
  'fhir-too-deep': {
    family: 'document',
    text: {
      fr: 'Document FHIR imbriqué sur plus de {limit} niveaux',
      en: 'FHIR document nested more than {limit} levels deep',
    },
    hint: { fr: 'Vérifiez ce qui l’a produit.', en: 'Check what produced it.' },
  },
  'fhir-too-many-elements': {
    family: 'document',
    text: { fr: 'Plus de {limit} éléments dans un document FHIR', en: 'More than {limit} elements in a FHIR document' },
    hint: {
      fr: 'Découpez le Bundle, ou envoyez une ressource par ligne (NDJSON), lue au fil de l’eau.',
      en: 'Split the Bundle, or send one resource per line (NDJSON), which is read as a stream.',
    },
  },
  'fhir-bad-encoding': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, octet {offset} : ce n’est pas de l’UTF-8, seul encodage de FHIR',
      en: 'Line {line}, byte {offset}: this is not UTF-8, the only encoding of FHIR',
    },
    hint: {
      fr: 'Enregistrez le document en UTF-8 (souvent il est en Windows-1252 ou en UTF-16).',
      en: 'Save the document as UTF-8 (often it is in Windows-1252 or UTF-16).',
    },
  },
  'fhir-base-missing': {
    family: 'operator',
    text: {
      fr: 'Les définitions FHIR R4 ne sont pas construites',
      en: 'The FHIR R4 definitions are not built',
    },
    hint: { fr: 'Lancez « npm run build ».', en: 'Run "npm run build".' },
  },
  'fhir-package-invalid': {
    family: 'pack',
    text: { fr: 'Paquet FHIR {file} : {reasonFr}', en: 'FHIR package {file}: {reasonEn}' },
    hint: {
      fr: 'Fournissez un paquet NPM FHIR R4 (.tgz), ou le dossier de ses fichiers JSON.',
      en: 'Give a FHIR R4 NPM package (.tgz), or the folder of its JSON files.',
    },
  },
  'cda-kit-invalid': {
    family: 'pack',
    text: { fr: 'Kit CDA {kit}, fichier {file} : {reasonFr}', en: 'CDA kit {kit}, file {file}: {reasonEn}' },
    hint: {
      fr: 'Donnez le dossier du kit tel que l’ANS le publie (sous-dossiers schematrons, jeuxDeValeurs, infrastructure) ; téléchargez-le de nouveau si un fichier est abîmé.',
      en: 'Give the folder of the kit as ANS publishes it (subfolders schematrons, jeuxDeValeurs, infrastructure); download it again if a file is damaged.',
    },
  },
  'xml-too-large': {
    family: 'document',
    text: {
      fr: 'Document XML de {size} octets, au-delà de la limite de {limit}',
      en: 'XML document of {size} bytes, above the limit of {limit}',
    },
    hint: {
      fr: 'Vérifiez ce qui a produit ce document ; relevez la limite avec --max-bytes s’il est légitime.',
      en: 'Check what produced this document; raise the limit with --max-bytes if it is legitimate.',
    },
  },
  'xml-doctype': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, colonne {column} : déclaration de type de document ou d’entité (DOCTYPE), refusée',
      en: 'Line {line}, column {column}: document type or entity declaration (DOCTYPE), refused',
    },
    hint: {
      fr: 'Un document CDA ne porte aucun DOCTYPE : retirez-le. Rien n’a été lu au-delà.',
      en: 'A CDA document holds no DOCTYPE: take it out. Nothing was read beyond it.',
    },
  },
  'xml-encoding-unsupported': {
    family: 'document',
    text: { fr: 'Encodage {encoding} non pris en charge', en: 'Encoding {encoding} is not supported' },
    hint: { fr: 'Enregistrez le document en UTF-8.', en: 'Save the document as UTF-8.' },
  },
  'xml-encoding-mismatch': {
    family: 'document',
    text: {
      fr: 'La déclaration XML annonce {declared}, les octets sont en {actual}',
      en: 'The XML declaration says {declared}, the bytes are {actual}',
    },
    hint: {
      fr: 'Enregistrez le document en UTF-8 et déclarez encoding="UTF-8".',
      en: 'Save the document as UTF-8 and declare encoding="UTF-8".',
    },
  },
  'xml-bad-byte': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, octet {offset} : ce n’est pas du {encoding}',
      en: 'Line {line}, byte {offset}: this is not {encoding}',
    },
    hint: {
      fr: 'L’encodage déclaré et celui du fichier diffèrent (souvent du Windows-1252) : enregistrez en UTF-8.',
      en: 'The declared encoding and that of the file differ (often Windows-1252): save as UTF-8.',
    },
  },
  'xml-nul': {
    family: 'document',
    text: { fr: 'Ligne {line}, octet {offset} : octet nul', en: 'Line {line}, byte {offset}: NUL byte' },
    hint: {
      fr: 'XML interdit ce caractère : retirez-le, ou vérifiez que le fichier n’est pas binaire.',
      en: 'XML forbids this character: take it out, or check that the file is not binary.',
    },
  },
  'xml-truncated': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, colonne {column} : le document s’arrête avant la fin de « {missing} »',
      en: 'Line {line}, column {column}: the document ends before the end of "{missing}"',
    },
    hint: {
      fr: 'Le fichier est coupé : transmettez-le à nouveau en entier.',
      en: 'The file is cut: send the whole of it again.',
    },
  },
  'xml-malformed': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, colonne {column} : XML mal formé ({reasonFr})',
      en: 'Line {line}, column {column}: malformed XML ({reasonEn})',
    },
    hint: {
      fr: 'Corrigez l’écriture du document à cet endroit ; rien n’a été validé.',
      en: 'Correct the writing of the document at this place; nothing was validated.',
    },
  },
  'xml-too-deep': {
    family: 'document',
    text: {
      fr: 'Ligne {line} : éléments imbriqués sur plus de {limit} niveaux',
      en: 'Line {line}: elements nested more than {limit} levels deep',
    },
    hint: { fr: 'Vérifiez ce qui a produit ce document.', en: 'Check what produced this document.' },
  },
  'xml-too-many-elements': {
    family: 'document',
    text: { fr: 'Plus de {limit} éléments', en: 'More than {limit} elements' },
    hint: { fr: 'Vérifiez ce qui a produit ce document.', en: 'Check what produced this document.' },
  },
  'xml-too-many-children': {
    family: 'document',
    text: {
      fr: 'Ligne {line} : plus de {limit} éléments dans un même élément',
      en: 'Line {line}: more than {limit} elements in one element',
    },
    hint: { fr: 'Vérifiez ce qui a produit ce document.', en: 'Check what produced this document.' },
  },
  'xml-tag-too-large': {
    family: 'document',
    text: {
      fr: 'Ligne {line} : balise de plus de {maxTagLength} caractères ou de {maxAttributes} attributs',
      en: 'Line {line}: tag of more than {maxTagLength} characters or {maxAttributes} attributes',
    },
    hint: { fr: 'Vérifiez ce qui a produit ce document.', en: 'Check what produced this document.' },
  },
  'cda-no-document': {
    family: 'document',
    text: {
      fr: 'Aucun élément ClinicalDocument de l’espace de noms urn:hl7-org:v3 à la racine, sous xsl:stylesheet ou sous ds:Signature',
      en: 'No ClinicalDocument element of namespace urn:hl7-org:v3 as root, under xsl:stylesheet or under ds:Signature',
    },
    hint: { fr: 'Vérifiez que le fichier est un document CDA R2.', en: 'Check that the file is a CDA R2 document.' },
  },
  'cda-many-documents': {
    family: 'document',
    text: {
      fr: '{count} éléments ClinicalDocument dans un fichier, un seul est attendu',
      en: '{count} ClinicalDocument elements in one file, one is expected',
    },
    hint: { fr: 'Un document CDA par fichier.', en: 'One CDA document a file.' },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
