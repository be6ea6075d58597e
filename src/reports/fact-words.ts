import type { Language, Text } from '../core/index.js';

/** Names of facts in words; those of fields and of protocols stay as they are. */
const FACT_WORDS: Readonly<Record<string, Text>> = {
  'CDA level': { fr: 'niveau CDA', en: 'CDA level' },
  'document type': { fr: 'type de document', en: 'document type' },
  'templateId extension': { fr: 'version du modèle', en: 'model version' },
  encoding: { fr: 'encodage', en: 'encoding' },
  'pair mode': { fr: 'mode de la paire', en: 'pair mode' },
  'found by': { fr: 'trouvée par', en: 'found by' },
  segments: { fr: 'segments', en: 'segments' },
  security: { fr: 'sécurité', en: 'security' },
  role: { fr: 'notre rôle', en: 'our role' },
  side: { fr: 'côté', en: 'side' },
  protocol: { fr: 'protocole', en: 'protocol' },
  cipher: { fr: 'suite cryptographique', en: 'cipher suite' },
  cipherStandardName: { fr: 'suite, nom normalisé', en: 'suite, standard name' },
  localSubject: { fr: 'sujet, notre côté', en: 'subject, our side' },
  peerSubject: { fr: 'sujet, système testé', en: 'subject, tested system' },
  peerIssuer: { fr: 'émetteur', en: 'issuer' },
  peerSerial: { fr: 'numéro de série', en: 'serial number' },
  peerFingerprint256: { fr: 'empreinte SHA-256', en: 'SHA-256 fingerprint' },
  peerAltNames: { fr: 'autres noms', en: 'alternative names' },
  peerValidFrom: { fr: 'valable du', en: 'valid from' },
  peerValidTo: { fr: 'valable jusqu’au', en: 'valid to' },
  authorized: { fr: 'certificat accepté', en: 'certificate accepted' },
  failure: { fr: 'motif du refus', en: 'reason of refusal' },
  cause: { fr: 'code d’origine', en: 'original code' },
  url: { fr: 'adresse', en: 'address' },
  'HTTP status': { fr: 'statut HTTP', en: 'HTTP status' },
  browser: { fr: 'navigateur', en: 'browser' },
  viewport: { fr: 'fenêtre', en: 'window' },
  'full page': { fr: 'page entière', en: 'full page' },
  selector: { fr: 'élément', en: 'element' },
  masks: { fr: 'masques', en: 'masks' },
  personal: { fr: 'déclaré personnel', en: 'declared personal' },
  boxes: { fr: 'rectangles à noircir dans une copie', en: 'boxes a copy blacks out' },
  login: { fr: 'gestes de connexion', en: 'login gestures' },
  'requests blocked': { fr: 'demandes bloquées', en: 'requests blocked' },
  source: { fr: 'origine', en: 'source' },
  rows: { fr: 'lignes', en: 'rows' },
  'rows left out': { fr: 'lignes laissées', en: 'rows left out' },
  'exit code': { fr: 'code de sortie', en: 'exit code' },
  added: { fr: 'ajoutée', en: 'added' },
  redaction: { fr: 'caviardage', en: 'redaction' },
};

/** Values that are words of ours, by the fact they belong to. */
const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'found by': {
    given: { fr: 'vous', en: 'you' },
    message: { fr: 'le message', en: 'the message' },
    link: { fr: 'le lien XFRM', en: 'the XFRM link' },
    traits: { fr: 'type, patient et date', en: 'type, patient and date' },
    alone: { fr: 'niveau 3 seul', en: 'level 3 alone' },
  },
  security: {
    'mutual-tls': { fr: 'TLS mutuel', en: 'mutual TLS' },
    tls: { fr: 'TLS, un seul côté', en: 'TLS, one side' },
    plaintext: { fr: 'en clair', en: 'plain text' },
  },
  role: { client: { fr: 'client', en: 'client' }, server: { fr: 'serveur', en: 'server' } },
  authorized: { true: { fr: 'oui', en: 'yes' }, false: { fr: 'non', en: 'no' } },
  'full page': { yes: { fr: 'oui', en: 'yes' } },
  boxes: { unknown: { fr: 'inconnus', en: 'unknown' } },
  source: { file: { fr: 'fichier ajouté', en: 'added file' }, terminal: { fr: 'terminal', en: 'terminal' } },
  added: { afterwards: { fr: 'après le passage', en: 'after the run' } },
  redaction: { removed: { fr: 'retirée', en: 'removed' }, masked: { fr: 'noircie', en: 'blacked out' } },
};

/** A fact as people read it. */
export function factWords(name: string, value: string, language: Language): readonly [name: string, value: string] {
  const known = Object.hasOwn(FACT_WORDS, name) ? FACT_WORDS[name]?.[language] : undefined;
  const values = Object.hasOwn(VALUE_WORDS, name) ? VALUE_WORDS[name] : undefined;
  const word = values && Object.hasOwn(values, value) ? values[value]?.[language] : undefined;
  return [known ?? name, word ?? value];
}
