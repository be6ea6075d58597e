import { defineRule, type HandshakeFacts } from '../../core/index.js';
import type { Handshake, WireContext } from './context.js';
import { iti19 } from './sources.js';
import { wireLocation } from './wire-location.js';

type MessageId = 'clear' | 'notTls' | 'noCertificate' | 'oneSided';

export const pamTlsMutual = defineRule<Handshake, WireContext, MessageId>({
  id: 'PAM-TLS-MUTUAL',
  subject: 'wire/handshake',
  title: {
    fr: 'Les deux côtés s’authentifient par certificat',
    en: 'Both sides authenticate with a certificate',
  },
  why: {
    fr: 'Sans certificat de chaque côté, n’importe quelle machine du réseau peut envoyer ou recevoir des identités de patients.',
    en: 'Without a certificate on each side, any machine of the network may send or receive patient identities.',
  },
  repair: {
    fr: 'Côté serveur, exigez le certificat du client. Côté client, configurez le certificat (ORG AUTH_CLI de l’IGC-Santé, ou celui de l’AC de test) et sa clé.',
    en: 'On the server, require the certificate of the client. On the client, configure the certificate (ORG AUTH_CLI of IGC-Santé, or one of the test CA) and its key.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [iti19('§3.19.6')],
  messages: {
    clear: {
      fr: 'Connexion en clair : l’authentification n’a pas été vérifiée. Refaites le passage en TLS mutuel pour l’établir.',
      en: 'Connection in clear: authentication was not checked. Run again over mutual TLS to establish it.',
    },
    notTls: {
      fr: 'L’autre côté ne parle pas TLS sur ce port. Vérifiez le port, et que son écoute MLLP est bien en TLS.',
      en: 'The other side does not speak TLS on this port. Check the port, and that its MLLP listener uses TLS.',
    },
    noCertificate: {
      fr: 'L’autre côté n’a présenté aucun certificat. Configurez son certificat et sa clé, puis recommencez.',
      en: 'The other side presented no certificate. Configure its certificate and key, then try again.',
    },
    oneSided: {
      fr: 'Un seul côté a été authentifié par certificat. Exigez le certificat de chaque côté (TLS mutuel).',
      en: 'Only one side was authenticated by certificate. Require the certificate of each side (mutual TLS).',
    },
  },
  appliesTo: ({ facts }) => facts.security === 'plaintext' || isAboutCertificates(facts),
  *check({ facts }) {
    const location = wireLocation('handshake');
    if (facts.security === 'plaintext') yield { messageId: 'clear', location, severity: 'warning' };
    else if (facts.failure === 'not-tls') yield { messageId: 'notTls', location };
    else if (facts.failure === undefined && facts.security === 'tls') yield { messageId: 'oneSided', location };
    else if (facts.failure === 'no-certificate' || (facts.failure === undefined && !hasPeerCertificate(facts))) {
      yield { messageId: 'noCertificate', location };
    }
  },
});

/** A handshake that failed for another reason says nothing about mutual authentication, unless it got that far. */
function isAboutCertificates(facts: HandshakeFacts): boolean {
  const { failure } = facts;
  return failure === undefined || failure === 'no-certificate' || failure === 'not-tls' || hasPeerCertificate(facts);
}

function hasPeerCertificate(facts: HandshakeFacts): boolean {
  return facts.peerFingerprint256 !== undefined || facts.peerSubject !== undefined || facts.authorized === 'true';
}
