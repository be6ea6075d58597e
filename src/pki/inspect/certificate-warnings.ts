import { fillTemplate, type MessageData, type Text } from '../../core/index.js';
import type { CertificateFacts } from './certificate-facts.js';

const TEXTS = {
  expired: {
    fr: 'Le certificat a expiré le {date}. Demandez son renouvellement.',
    en: 'The certificate expired on {date}. Ask for its renewal.',
  },
  'not-yet-valid': {
    fr: 'Le certificat ne sera valable qu’à partir du {date}. Vérifiez aussi l’horloge de la machine.',
    en: 'The certificate is not valid before {date}. Check the clock of the machine too.',
  },
  'expires-soon': {
    fr: 'Le certificat expire dans {days} jour(s). Prévoyez son renouvellement.',
    en: 'The certificate expires in {days} day(s). Plan its renewal.',
  },
  'long-lifetime': {
    fr: 'La durée de vie est de {days} jours ; ITI-19 recommande deux ans au plus.',
    en: 'The lifetime is {days} days; ITI-19 recommends two years at most.',
  },
  'no-alternative-name': {
    fr: 'Ce certificat de serveur ne porte aucun nom dans subjectAltName : un client qui vérifie le nom le refusera.',
    en: 'This server certificate has no name in subjectAltName: a client that checks the name will refuse it.',
  },
  'no-client-auth': {
    fr: 'L’usage étendu n’autorise pas clientAuth : ce certificat ne convient pas au côté client.',
    en: 'The extended key usage does not allow clientAuth: this certificate does not fit the client side.',
  },
  'no-server-auth': {
    fr: 'L’usage étendu n’autorise pas serverAuth : ce certificat ne convient pas au côté serveur.',
    en: 'The extended key usage does not allow serverAuth: this certificate does not fit the server side.',
  },
  'weak-key': {
    fr: 'La clé {kind} de {size} bits est trop faible ; il faut au moins {minimum} bits.',
    en: 'The {kind} key of {size} bits is too weak; {minimum} bits at least are needed.',
  },
  'key-mismatch': {
    fr: 'La clé privée du fichier n’est celle d’aucun de ses certificats.',
    en: 'The private key in the file belongs to none of its certificates.',
  },
  'key-encrypted': {
    fr: 'La clé privée du fichier est chiffrée et n’a pas été ouverte : elle n’a pas été comparée au certificat.',
    en: 'The private key in the file is encrypted and was not opened: it was not compared with the certificate.',
  },
  'chain-incomplete': {
    fr: 'L’autorité émettrice « {issuer} » n’est pas dans le fichier. Ajoutez sa chaîne pour que le pair puisse vérifier.',
    en: 'The issuing authority "{issuer}" is not in the file. Add its chain so that the peer can verify.',
  },
  'old-encryption': {
    fr: 'Le fichier PKCS#12 est protégé par RC2 ou 3DES. Exportez-le de nouveau avec AES-256.',
    en: 'The PKCS#12 file is protected with RC2 or 3DES. Export it again with AES-256.',
  },
} as const satisfies Record<string, Text>;

export type CertificateWarningCode = keyof typeof TEXTS;
export const CERTIFICATE_WARNINGS: readonly string[] = Object.keys(TEXTS);

export interface CertificateWarning {
  readonly code: CertificateWarningCode;
  readonly text: Text;
}

export function warn(code: CertificateWarningCode, data: MessageData = {}): CertificateWarning {
  const { fr, en } = TEXTS[code];
  return { code, text: { fr: fillTemplate(fr, data), en: fillTemplate(en, data) } };
}

const DAY = 24 * 60 * 60 * 1000;
const SOON_DAYS = 30;
/** Two years with their leap day. */
const LIFETIME_DAYS = 731;
/** BCP 195: RSA of 2048 bits, EC of 224; nobody uses a curve between 224 and 256. */
const MINIMUM_BITS: Readonly<Record<string, number>> = { rsa: 2048, 'rsa-pss': 2048, dsa: 2048, ec: 256 };

/** Warnings one certificate deserves by itself. `use` adds the check of the side it will play. */
export function certificateWarnings(
  facts: CertificateFacts,
  now: Date,
  use?: 'client' | 'server',
): CertificateWarning[] {
  return [...periodWarnings(facts, now), ...keyWarnings(facts), ...(facts.authority ? [] : usageWarnings(facts, use))];
}

function periodWarnings(facts: CertificateFacts, now: Date): CertificateWarning[] {
  const [start, end] = [Date.parse(facts.validFrom), Date.parse(facts.validTo)];
  const warnings: CertificateWarning[] = [];
  if (now.getTime() > end) warnings.push(warn('expired', { date: facts.validTo.slice(0, 10) }));
  else if (now.getTime() < start) warnings.push(warn('not-yet-valid', { date: facts.validFrom.slice(0, 10) }));
  else if (facts.daysLeft < SOON_DAYS) warnings.push(warn('expires-soon', { days: facts.daysLeft }));
  const lifetime = Math.floor((end - start) / DAY);
  // Authorities live long by nature; the recommendation is about nodes.
  if (!facts.authority && lifetime > LIFETIME_DAYS) warnings.push(warn('long-lifetime', { days: lifetime }));
  return warnings;
}

function keyWarnings(facts: CertificateFacts): CertificateWarning[] {
  const minimum = MINIMUM_BITS[facts.keyKind];
  if (minimum === undefined || facts.keySize === undefined || facts.keySize >= minimum) return [];
  return [warn('weak-key', { kind: facts.keyKind.toUpperCase(), size: facts.keySize, minimum })];
}

function usageWarnings(facts: CertificateFacts, use: 'client' | 'server' | undefined): CertificateWarning[] {
  const server = allows(facts, 'serverAuth');
  const client = allows(facts, 'clientAuth');
  const warnings: CertificateWarning[] = [];
  if (!client && (use === 'client' || !server)) warnings.push(warn('no-client-auth'));
  if (!server && (use === 'server' || !client)) warnings.push(warn('no-server-auth'));
  const serves = use === 'server' || facts.extendedKeyUsage?.includes('serverAuth') === true;
  if (serves && facts.altNames.length === 0) warnings.push(warn('no-alternative-name'));
  return warnings;
}

/** Without the extension every usage is allowed (RFC 5280 §4.2.1.12). */
function allows(facts: CertificateFacts, usage: string): boolean {
  const usages = facts.extendedKeyUsage;
  return usages === undefined || usages.includes(usage) || usages.includes('anyExtendedKeyUsage');
}
