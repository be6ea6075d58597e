// Words of the generated pages, in both languages.
export const GENERATED =
  '<!-- Écrit par scripts/generate-docs.mjs (npm run docs). Ne pas modifier. / Generated: do not edit. -->';

export const SEVERITY = {
  fatal: { fr: 'fatale', en: 'fatal' },
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'avertissement', en: 'warning' },
  information: { fr: 'information', en: 'information' },
};

export const TRUST = {
  standard: { fr: 'norme (HL7, IHE, IETF)', en: 'standard (HL7, IHE, IETF)' },
  national: { fr: 'profil national (ANS, Interop’Santé)', en: 'national profile (ANS, Interop’Santé)' },
  project: { fr: 'choix d’Épreuve', en: 'choice of Épreuve' },
};

export const SUBJECT = {
  'hl7v2/message': { fr: 'un message', en: 'a message' },
  'hl7v2/file': { fr: 'un fichier de messages', en: 'a file of messages' },
  'hl7v2/exchange': { fr: 'un message et sa réponse', en: 'a message and its answer' },
  'hl7v2/sequence': { fr: 'la suite des messages d’un émetteur', en: 'the messages of one sender in order' },
  'wire/handshake': { fr: 'une négociation TLS', en: 'a TLS handshake' },
  'wire/stream': { fr: 'les octets d’une connexion', en: 'the bytes of a connection' },
  'cda/document': { fr: 'un document CDA', en: 'a CDA document' },
  'cda/pair': { fr: 'une paire de documents CDA', en: 'a pair of CDA documents' },
  'fhir/resource': { fr: 'une ressource FHIR', en: 'a FHIR resource' },
  'fhir/exchange': { fr: 'un échange avec un serveur FHIR', en: 'an exchange with a FHIR server' },
};

/** Folders of src/rules, in the order of the index. A folder without a title here is shown by its name. */
export const FAMILY = {
  wire: { fr: 'Transport : TLS et MLLP', en: 'Transport: TLS and MLLP' },
  'hl7v2/file': { fr: 'Fichiers de plusieurs messages', en: 'Files of several messages' },
  'hl7v2/generic': {
    fr: 'Lignes des packs : structure, champs, types, tables',
    en: 'Pack rows: structure, fields, types, tables',
  },
  'hl7v2/header': { fr: 'En-tête MSH', en: 'MSH header' },
  'hl7v2/structure': { fr: 'Segments', en: 'Segments' },
  'hl7v2/identity': { fr: 'Patient et identité', en: 'Patient and identity' },
  'hl7v2/ins': { fr: 'INS et son cycle de vie', en: 'INS and its life cycle' },
  'hl7v2/encounter': { fr: 'Venues et mouvements', en: 'Encounters and movements' },
  'hl7v2/ack': { fr: 'Acquittements', en: 'Acknowledgements' },
};

/** French then English, once when they are the same word. */
export const both = ({ fr, en }) => (fr === en ? fr : `${fr} / ${en}`);

/** A cell of a Markdown table. */
export const cell = (text) => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');
