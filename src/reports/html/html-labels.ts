import type { HandshakeFacts, HandshakeFailure, Text } from '../../core/index.js';

/** Words only the HTML report uses. */
export const HTML_LABELS = {
  skip: { fr: 'Aller au contenu', en: 'Skip to content' },
  contents: { fr: 'Sommaire', en: 'Contents' },
  all: { fr: 'Tout', en: 'All' },
  filter: { fr: 'Filtrer par résultat', en: 'Filter by outcome' },
  shown: { fr: 'éléments et règles affichés', en: 'items and rules shown' },
  faulty: { fr: 'signalé', en: 'flagged' },
  timeline: { fr: 'Chronologie', en: 'Timeline' },
  rulesRun: { fr: 'règles exécutées', en: 'rules run' },
  evidenceItems: { fr: 'preuves et leurs empreintes', en: 'items of evidence and their digests' },
  events: { fr: 'événements enregistrés', en: 'recorded events' },
  sinceStart: { fr: 'Depuis le début', en: 'Since the start' },
  captures: { fr: 'Captures', en: 'Captures' },
  capturesNote: {
    fr: 'Une image ne cache que ce que la capture a masqué ou, sauf valeurs montrées, déclaré personnel. Regardez-la avant de diffuser ce rapport.',
    en: 'A picture hides only what the capture masked or, unless values are shown, declared personal. Look at it before sharing this report.',
  },
  noPicture: {
    fr: 'Cette capture n’est pas incluse dans ce rapport : voir le fichier de preuve.',
    en: 'This capture is not included in this report: see the evidence file.',
  },
  viewer: { fr: 'Lignes concernées du document', en: 'Lines concerned in the document' },
  wholeMessage: { fr: 'Le message entier, segment par segment', en: 'The whole message, segment by segment' },
  wholeDocument: { fr: 'Le document entier', en: 'The whole document' },
  messageCut: {
    fr: 'Document trop long pour ce rapport : la suite n’est pas montrée.',
    en: 'Too long for this report: the rest is not shown.',
  },
  documentView: { fr: 'Le document, tel qu’on le lit', en: 'The document, as it reads' },
  carriedFile: { fr: 'Fichier contenu', en: 'File inside' },
  pdfCopy: { fr: 'Copie PDF', en: 'PDF copy' },
  pages: { fr: 'page(s)', en: 'page(s)' },
  pagesUnknown: { fr: 'pages non comptées', en: 'pages not counted' },
  firstPage: { fr: 'Première page', en: 'First page' },
  noFirstPage: {
    fr: 'Pas d’image de la première page : aucun lecteur de PDF (pdftoppm) n’était installé, ou il n’a pas pu la dessiner.',
    en: 'No picture of the first page: no PDF renderer (pdftoppm) was installed, or it could not draw it.',
  },
  narrative: { fr: 'Texte narratif', en: 'Narrative' },
  sections: { fr: 'section(s)', en: 'section(s)' },
  narrativeCut: {
    fr: 'Texte trop long pour ce rapport : la suite n’est pas montrée.',
    en: 'Too long for this report: the rest is not shown.',
  },
  noEmbedded: { fr: 'image absente ou d’un type non montré', en: 'picture absent, or of a type not shown' },
  viewMasked: {
    fr: 'Contenu masqué. Pour le voir : epreuve report <dossier> --as html --show-values, ou --show-values avec check.',
    en: 'Content masked. To see it: epreuve report <folder> --as html --show-values, or --show-values with check.',
  },
  rulesOfItem: { fr: 'Toutes les règles de cet élément', en: 'Every rule on this item' },
  handshakes: { fr: 'Connexions et certificats', en: 'Connections and certificates' },
  allRules: { fr: 'Toutes les règles', en: 'Every rule' },
  allRulesNote: {
    fr: 'Une règle réussie n’a rien relevé ; cela ne vaut pas respect d’une exigence entière.',
    en: 'A passed rule found nothing; that is not the same as meeting a whole requirement.',
  },
  noFinding: { fr: 'Aucun constat.', en: 'No finding.' },
  missingHere: { fr: 'ici', en: 'here' },
  ourSide: { fr: 'Notre côté', en: 'Our side' },
  peerSide: { fr: 'Système testé', en: 'Tested system' },
  established: { fr: 'Connexion établie', en: 'Connection established' },
  refused: { fr: 'Connexion refusée', en: 'Connection refused' },
  validity: { fr: 'Validité', en: 'Validity' },
  until: { fr: 'au', en: 'to' },
  noCertificate: { fr: 'Aucun certificat présenté.', en: 'No certificate presented.' },
  about: { fr: 'À propos de ce rapport', en: 'About this report' },
  aboutText: {
    fr: 'Ce rapport se lit hors ligne et ne contient aucune ressource extérieure. Les empreintes permettent de vérifier que les preuves n’ont pas changé depuis le passage.',
    en: 'This report reads offline and holds no outside resource. The digests let anyone check that the evidence has not changed since the run.',
  },
  noEvidence: { fr: 'Aucune preuve enregistrée.', en: 'No evidence recorded.' },
} as const satisfies Record<string, Text>;

export const SECURITY_WORDS: Readonly<Record<HandshakeFacts['security'], Text>> = {
  'mutual-tls': { fr: 'TLS mutuel', en: 'Mutual TLS' },
  tls: { fr: 'TLS, un seul côté authentifié', en: 'TLS, one side authenticated' },
  plaintext: { fr: 'En clair, sans TLS', en: 'Plain text, no TLS' },
};

export const ROLE_WORDS: Readonly<Record<HandshakeFacts['role'], Text>> = {
  client: { fr: 'client (nous avons appelé)', en: 'client (we called)' },
  server: { fr: 'serveur (nous avons été appelés)', en: 'server (we were called)' },
};

/** Facts of a handshake in the order they are shown. */
export const HANDSHAKE_LABELS = {
  protocol: { fr: 'Protocole', en: 'Protocol' },
  cipher: { fr: 'Suite cryptographique', en: 'Cipher suite' },
  role: { fr: 'Notre rôle', en: 'Our role' },
  localSubject: { fr: 'Sujet', en: 'Subject' },
  peerSubject: { fr: 'Sujet', en: 'Subject' },
  peerIssuer: { fr: 'Émetteur', en: 'Issuer' },
  peerSerial: { fr: 'Numéro de série', en: 'Serial number' },
  peerFingerprint256: { fr: 'Empreinte SHA-256', en: 'SHA-256 fingerprint' },
  peerAltNames: { fr: 'Autres noms', en: 'Alternative names' },
  failure: { fr: 'Motif du refus', en: 'Reason of refusal' },
  cause: { fr: 'Code d’origine', en: 'Original code' },
} as const satisfies Partial<Record<keyof HandshakeFacts, Text>>;

export const FAILURE_WORDS: Readonly<Record<HandshakeFailure, Text>> = {
  'no-certificate': { fr: 'Aucun certificat présenté', en: 'No certificate presented' },
  'unknown-authority': { fr: 'Autorité de certification inconnue', en: 'Unknown certificate authority' },
  'self-signed': { fr: 'Certificat auto-signé', en: 'Self-signed certificate' },
  expired: { fr: 'Certificat expiré', en: 'Expired certificate' },
  'not-yet-valid': { fr: 'Certificat pas encore valide', en: 'Certificate not yet valid' },
  'wrong-name': { fr: 'Certificat établi pour un autre nom', en: 'Certificate issued for another name' },
  'wrong-usage': { fr: 'Certificat prévu pour un autre usage', en: 'Certificate meant for another usage' },
  revoked: { fr: 'Certificat révoqué', en: 'Revoked certificate' },
  'revocation-unknown': { fr: 'Révocation impossible à vérifier', en: 'Revocation could not be checked' },
  'protocol-too-old': { fr: 'Version de TLS trop ancienne', en: 'TLS version too old' },
  'no-common-cipher': { fr: 'Aucune suite cryptographique commune', en: 'No cipher suite in common' },
  'refused-by-peer': { fr: 'Refusée par le système testé', en: 'Refused by the tested system' },
  'not-tls': { fr: 'La réponse n’est pas du TLS', en: 'The answer is not TLS' },
  timeout: { fr: 'Délai dépassé', en: 'Timed out' },
  closed: { fr: 'Connexion fermée', en: 'Connection closed' },
  other: { fr: 'Autre motif', en: 'Other reason' },
};
