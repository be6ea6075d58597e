import { defineRule, type HandshakeFailure, type Severity } from '../../core/index.js';
import type { Handshake, WireContext } from './context.js';
import { iti19 } from './sources.js';
import { wireLocation } from './wire-location.js';

type MessageId =
  | 'unknownAuthority'
  | 'selfSigned'
  | 'expired'
  | 'notYetValid'
  | 'revoked'
  | 'wrongUsage'
  | 'wrongName'
  | 'notVerified';

/** The name is only checked under an option of ITI-19, so a wrong one is a warning. */
const FAILURES: ReadonlyMap<HandshakeFailure, readonly [MessageId, Severity]> = new Map([
  ['unknown-authority', ['unknownAuthority', 'error']],
  ['self-signed', ['selfSigned', 'error']],
  ['expired', ['expired', 'error']],
  ['not-yet-valid', ['notYetValid', 'error']],
  ['revoked', ['revoked', 'error']],
  ['wrong-usage', ['wrongUsage', 'error']],
  ['wrong-name', ['wrongName', 'warning']],
]);

export const pamTlsChain = defineRule<Handshake, WireContext, MessageId>({
  id: 'PAM-TLS-CHAIN',
  subject: 'wire/handshake',
  title: { fr: 'Le certificat de l’autre côté est de confiance', en: 'The certificate of the other side is trusted' },
  why: {
    fr: 'Un certificat n’authentifie que s’il est épinglé ou signé par une autorité que vous avez choisie, en cours de validité et non révoqué.',
    en: 'A certificate authenticates only if it is pinned or signed by an authority you chose, within its dates and not revoked.',
  },
  repair: {
    fr: 'Installez un certificat valide et sa chaîne complète, et déclarez la bonne autorité de chaque côté. `epreuve certs inspect` montre la chaîne, les dates et les usages.',
    en: 'Install a valid certificate with its whole chain, and declare the right authority on each side. `epreuve certs inspect` shows chain, dates and usages.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [iti19('§3.19.6.1')],
  messages: {
    unknownAuthority: {
      fr: 'Le certificat reçu ({subject}) n’est pas signé par une autorité déclarée. Ajoutez son AC aux autorités du banc, ou envoyez les certificats intermédiaires avec le certificat.',
      en: 'The certificate received ({subject}) is not signed by a declared authority. Add its CA to the authorities of the harness, or send the intermediate certificates along.',
    },
    selfSigned: {
      fr: 'Le certificat reçu ({subject}) est auto-signé. Prenez un certificat signé par l’AC déclarée, ou épinglez son empreinte.',
      en: 'The certificate received ({subject}) is self-signed. Use one signed by the declared CA, or pin its fingerprint.',
    },
    expired: {
      fr: 'Le certificat reçu ({subject}) a expiré le {until}. Renouvelez-le.',
      en: 'The certificate received ({subject}) expired on {until}. Renew it.',
    },
    notYetValid: {
      fr: 'Le certificat reçu ({subject}) n’est valable qu’à partir du {from}. Vérifiez l’horloge des deux machines, ou attendez cette date.',
      en: 'The certificate received ({subject}) is valid only from {from}. Check the clock of both machines, or wait until then.',
    },
    revoked: {
      fr: 'Le certificat reçu ({subject}) est révoqué. Demandez-en un nouveau et retirez l’ancien.',
      en: 'The certificate received ({subject}) is revoked. Ask for a new one and remove the old one.',
    },
    wrongUsage: {
      fr: 'Le certificat reçu ({subject}) n’est pas émis pour cet usage. Un client présente un certificat d’authentification client, un serveur un certificat serveur.',
      en: 'The certificate received ({subject}) is not issued for this usage. A client presents a client authentication certificate, a server a server one.',
    },
    wrongName: {
      fr: 'Le certificat reçu ({subject}) ne porte pas le nom de l’hôte appelé. Ajoutez ce nom au certificat (SAN), ou désactivez le contrôle du nom, que l’ITI-19 n’impose qu’en option.',
      en: 'The certificate received ({subject}) does not carry the name of the host called. Add this name to the certificate (SAN), or turn off the name check, which ITI-19 asks only as an option.',
    },
    notVerified: {
      fr: 'Le certificat reçu ({subject}) n’a pas été reconnu comme sûr ({cause}). Vérifiez la chaîne et les autorités déclarées.',
      en: 'The certificate received ({subject}) was not found trustworthy ({cause}). Check the chain and the declared authorities.',
    },
  },
  appliesTo: ({ facts }) =>
    facts.security !== 'plaintext' &&
    (facts.authorized !== undefined ||
      facts.failure === 'revocation-unknown' ||
      (facts.failure !== undefined && FAILURES.has(facts.failure))),
  *check({ facts }) {
    const { failure } = facts;
    if (failure === 'revocation-unknown') {
      yield {
        cantTell: {
          fr: 'Révocation invérifiable : il manque la liste de révocation (CRL) d’une autorité de la chaîne.',
          en: 'Revocation cannot be checked: the revocation list (CRL) of an authority of the chain is missing.',
        },
      };
      return;
    }
    const known = failure === undefined ? undefined : FAILURES.get(failure);
    if (known === undefined && facts.authorized !== 'false') return;
    const [messageId, severity] = known ?? (['notVerified', 'error'] as const);
    yield {
      messageId,
      location: wireLocation('handshake'),
      data: {
        subject: facts.peerSubject ?? '?',
        from: day(facts.peerValidFrom),
        until: day(facts.peerValidTo),
        cause: facts.cause ?? '?',
      },
      ...(facts.cause !== undefined && { found: facts.cause }),
      severity,
    };
  },
});

/** `2026-01-31` of an ISO 8601 time. */
function day(time: string | undefined): string {
  return time?.slice(0, 10) ?? '?';
}
