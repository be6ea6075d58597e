import { defineRule } from '../../core/index.js';
import type { Handshake, WireContext } from './context.js';
import { iti19 } from './sources.js';
import { wireLocation } from './wire-location.js';

const ALLOWED = new Set(['TLSv1.2', 'TLSv1.3']);

export const pamTlsVersion = defineRule<Handshake, WireContext, 'tooOld' | 'refused'>({
  id: 'PAM-TLS-VERSION',
  subject: 'wire/handshake',
  title: { fr: 'La connexion utilise TLS 1.2 ou 1.3', en: 'The connection uses TLS 1.2 or 1.3' },
  why: {
    fr: 'TLS 1.0 et 1.1 sont retirés (RFC 8996) : les données de santé y sont exposées, et les plateformes nationales refusent ces versions.',
    en: 'TLS 1.0 and 1.1 are retired (RFC 8996): they expose health data, and the national platforms refuse them.',
  },
  repair: {
    fr: 'Activez TLS 1.2 et, si possible, TLS 1.3 dans la configuration de votre serveur ou de votre client ; désactivez les versions plus anciennes.',
    en: 'Turn on TLS 1.2 and, if you can, TLS 1.3 in the settings of your server or client; turn off older versions.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [iti19('§3.19.6.2.3')],
  messages: {
    tooOld: {
      fr: 'La connexion s’est établie en {found} ; TLS 1.2 ou 1.3 est attendu. Désactivez les versions anciennes.',
      en: 'The connection was made with {found}; TLS 1.2 or 1.3 is expected. Turn off old versions.',
    },
    refused: {
      fr: 'L’autre côté ne propose aucune version admise (TLS 1.2 ou 1.3) : la connexion a échoué. Activez TLS 1.2.',
      en: 'The other side offers no allowed version (TLS 1.2 or 1.3): the connection failed. Turn on TLS 1.2.',
    },
  },
  appliesTo: ({ facts }) =>
    facts.security !== 'plaintext' && (facts.protocol !== undefined || facts.failure === 'protocol-too-old'),
  *check({ facts }) {
    const { protocol, failure } = facts;
    const location = wireLocation('handshake');
    const expected = 'TLS 1.2, TLS 1.3';
    if (failure === 'protocol-too-old') {
      yield { messageId: 'refused', location, expected };
    } else if (protocol !== undefined && !ALLOWED.has(protocol)) {
      yield { messageId: 'tooOld', location, data: { found: protocol }, expected, found: protocol };
    }
  },
});
