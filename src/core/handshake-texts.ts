import { HANDSHAKE_FAILURES, type HandshakeFailure } from './handshake.js';
import type { Text } from './language.js';

/** What happened, in plain words, and what to do about it. */
export interface HandshakeFailureText extends Text {
  readonly remedy: Text;
}

const TEXTS: Readonly<Record<HandshakeFailure, HandshakeFailureText>> = {
  'no-certificate': {
    fr: 'le pair n’a présenté aucun certificat',
    en: 'the peer presented no certificate',
    remedy: {
      fr: 'Configurez un certificat et sa clé du côté du pair : l’authentification est mutuelle.',
      en: 'Configure a certificate and its key on the peer’s side: authentication is mutual.',
    },
  },
  'unknown-authority': {
    fr: 'le certificat du pair ne remonte à aucune autorité que nous reconnaissons',
    en: 'the peer’s certificate leads to no authority we trust',
    remedy: {
      fr: 'Donnez-nous la chaîne des autorités du pair jusqu’à la racine, ou vérifiez que le pair envoie ses certificats intermédiaires.',
      en: 'Give us the peer’s authorities up to the root, or check that the peer sends its intermediate certificates.',
    },
  },
  'self-signed': {
    fr: 'le certificat du pair est signé par lui-même',
    en: 'the peer’s certificate is signed by itself',
    remedy: {
      fr: 'Utilisez un certificat délivré par une autorité, ou inscrivez son empreinte SHA-256 parmi celles que nous acceptons.',
      en: 'Use a certificate issued by an authority, or add its SHA-256 fingerprint to those we accept.',
    },
  },
  expired: {
    fr: 'le certificat du pair, ou d’une de ses autorités, a expiré',
    en: 'the certificate of the peer, or of one of its authorities, has expired',
    remedy: {
      fr: 'Renouvelez le certificat ; vérifiez aussi l’heure des deux machines.',
      en: 'Renew the certificate; also check the clock of both machines.',
    },
  },
  'not-yet-valid': {
    fr: 'le certificat du pair, ou d’une de ses autorités, n’est pas encore valable',
    en: 'the certificate of the peer, or of one of its authorities, is not valid yet',
    remedy: {
      fr: 'Vérifiez l’heure des deux machines et la date de début du certificat.',
      en: 'Check the clock of both machines and the start date of the certificate.',
    },
  },
  'wrong-name': {
    fr: 'le certificat du pair ne porte pas le nom attendu',
    en: 'the peer’s certificate does not carry the expected name',
    remedy: {
      fr: 'Appelez le serveur par un nom ou une adresse que son certificat porte (subjectAltName), ou faites-le réémettre avec ce nom.',
      en: 'Call the server by a name or address its certificate carries (subjectAltName), or have it reissued with that name.',
    },
  },
  'wrong-usage': {
    fr: 'le certificat du pair n’est pas prévu pour ce rôle (extendedKeyUsage)',
    en: 'the peer’s certificate is not meant for this role (extendedKeyUsage)',
    remedy: {
      fr: 'Un serveur a besoin de l’usage serverAuth, un client de clientAuth : demandez le certificat qui convient.',
      en: 'A server needs the usage serverAuth, a client clientAuth: ask for the fitting certificate.',
    },
  },
  revoked: {
    fr: 'le certificat du pair est révoqué',
    en: 'the peer’s certificate is revoked',
    remedy: { fr: 'Demandez un nouveau certificat à l’autorité.', en: 'Ask the authority for a new certificate.' },
  },
  'revocation-unknown': {
    fr: 'impossible de savoir si le certificat du pair est révoqué',
    en: 'whether the peer’s certificate is revoked cannot be known',
    remedy: {
      fr: 'Donnez une liste de révocation (CRL) à jour pour chaque autorité de la chaîne, racine comprise.',
      en: 'Give an up-to-date revocation list (CRL) for every authority of the chain, the root included.',
    },
  },
  'protocol-too-old': {
    fr: 'les deux côtés n’ont pas de version de TLS en commun',
    en: 'the two sides have no TLS version in common',
    remedy: {
      fr: 'Activez TLS 1.2 ou 1.3 du côté du pair ; TLS 1.0, TLS 1.1 et SSL sont refusés.',
      en: 'Enable TLS 1.2 or 1.3 on the peer’s side; TLS 1.0, TLS 1.1 and SSL are refused.',
    },
  },
  'no-common-cipher': {
    fr: 'les deux côtés n’ont pas de suite cryptographique en commun',
    en: 'the two sides have no cipher suite in common',
    remedy: {
      fr: 'Activez du côté du pair une suite d’ITI-19 (AES-GCM avec ECDHE ou DHE), et vérifiez que sa clé (RSA ou EC) lui convient.',
      en: 'Enable a suite of ITI-19 on the peer’s side (AES-GCM with ECDHE or DHE), and check that its key (RSA or EC) fits.',
    },
  },
  'refused-by-peer': {
    fr: 'le pair nous a refusés',
    en: 'the peer refused us',
    remedy: {
      fr: 'Vérifiez que le pair reconnaît l’autorité de notre certificat, son usage et ses dates ; son journal en dit la raison.',
      en: 'Check that the peer trusts the authority of our certificate, its usage and its dates; its log says why.',
    },
  },
  'not-tls': {
    fr: 'le pair ne parle pas TLS sur ce port',
    en: 'the peer does not speak TLS on this port',
    remedy: {
      fr: 'Activez TLS du côté du pair, ou vérifiez le numéro de port.',
      en: 'Enable TLS on the peer’s side, or check the port number.',
    },
  },
  timeout: {
    fr: 'la poignée de main TLS n’a pas abouti dans le délai',
    en: 'the TLS handshake did not end in time',
    remedy: {
      fr: 'Vérifiez que le pair attend bien TLS sur ce port : un service en clair reste souvent muet.',
      en: 'Check that the peer expects TLS on this port: a plaintext service often stays silent.',
    },
  },
  closed: {
    fr: 'le pair a fermé la connexion avant de répondre en TLS',
    en: 'the peer closed the connection before answering in TLS',
    remedy: {
      fr: 'Vérifiez que ce port est celui du service TLS et qu’il accepte notre adresse.',
      en: 'Check that this port is the one of the TLS service and that it accepts our address.',
    },
  },
  other: {
    fr: 'la poignée de main TLS a échoué',
    en: 'the TLS handshake failed',
    remedy: {
      fr: 'Le code technique et le journal du pair aideront un spécialiste.',
      en: 'The technical code and the log of the peer will help a specialist.',
    },
  },
};

/** Plain words for a failure, in both languages, with its remedy. */
export function describeHandshakeFailure(failure: HandshakeFailure): HandshakeFailureText {
  return TEXTS[failure];
}

/** A failure as the facts of recorded evidence write it; undefined for a code this version does not know. */
export function readHandshakeFailure(code: string): HandshakeFailure | undefined {
  return HANDSHAKE_FAILURES.find((failure) => failure === code);
}

/** What a TLS alert says (RFC 8446 §6.2), by the end of the OpenSSL code that reports it. */
const ALERTS: Readonly<Record<string, Text>> = {
  ALERT_BAD_CERTIFICATE: { fr: 'certificat incorrect', en: 'bad certificate' },
  ALERT_UNSUPPORTED_CERTIFICATE: { fr: 'certificat d’un genre ou d’un usage refusé', en: 'unsupported certificate' },
  ALERT_CERTIFICATE_REVOKED: { fr: 'certificat révoqué', en: 'certificate revoked' },
  ALERT_CERTIFICATE_EXPIRED: { fr: 'certificat expiré', en: 'certificate expired' },
  ALERT_CERTIFICATE_UNKNOWN: { fr: 'certificat refusé sans précision', en: 'certificate refused without detail' },
  ALERT_CERTIFICATE_REQUIRED: { fr: 'certificat exigé', en: 'certificate required' },
  ALERT_UNKNOWN_CA: { fr: 'autorité inconnue', en: 'unknown authority' },
  ALERT_ACCESS_DENIED: { fr: 'accès interdit', en: 'access denied' },
  ALERT_DECRYPT_ERROR: { fr: 'signature ou déchiffrement impossible', en: 'signature or decryption failed' },
  ALERT_HANDSHAKE_FAILURE: { fr: 'aucun accord possible', en: 'no agreement possible' },
  ALERT_INTERNAL_ERROR: { fr: 'erreur interne du pair', en: 'internal error of the peer' },
  UNRECOGNIZED_NAME: { fr: 'nom de serveur inconnu', en: 'unrecognised server name' },
};

/** What the peer said with its alert, when the cause of a failure is one. */
export function describePeerAlert(cause: string | undefined): Text | undefined {
  const key = Object.keys(ALERTS).find((name) => cause?.startsWith('ERR_SSL_') && cause.endsWith(name));
  return key === undefined ? undefined : ALERTS[key];
}
