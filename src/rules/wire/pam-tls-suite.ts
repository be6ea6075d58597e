import { defineRule } from '../../core/index.js';
import type { Handshake, WireContext } from './context.js';
import { iti19 } from './sources.js';
import { wireLocation } from './wire-location.js';

/** The four of ITI-19, then those of TLS 1.3 (RFC 8446 §B.4). */
const BASELINE = new Set([
  'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_CCM_SHA256',
  'TLS_AES_128_CCM_8_SHA256',
]);
/** ITI-19 admits « stronger ones » without naming them: forward secrecy and authenticated encryption. */
const AS_STRONG = /^TLS_(?:EC)?DHE_(?:RSA|ECDSA)_WITH_(?:AES_(?:128|256)_(?:GCM|CCM)|CHACHA20_POLY1305)/;

export const pamTlsSuite = defineRule<Handshake, WireContext, 'outside' | 'unlisted' | 'noCommon'>({
  id: 'PAM-TLS-SUITE',
  subject: 'wire/handshake',
  title: {
    fr: 'La suite de chiffrement fait partie du socle ITI-19',
    en: 'The cipher suite belongs to the ITI-19 baseline',
  },
  why: {
    fr: 'Deux systèmes ne se parlent que s’ils ont une suite en commun : le socle ITI-19 garantit qu’il y en a une, et qu’elle est solide. Une connexion ne montre que la suite retenue, pas toutes celles que l’autre côté accepte.',
    en: 'Two systems talk only if they share a suite: the ITI-19 baseline makes sure that there is one, and that it is sound. A connection shows only the suite chosen, not all those the other side accepts.',
  },
  repair: {
    fr: 'Activez TLS 1.3, ou au moins TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 et TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 en TLS 1.2 ; retirez les suites CBC, RC4 et 3DES.',
    en: 'Turn on TLS 1.3, or at least TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 and TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 in TLS 1.2; remove CBC, RC4 and 3DES suites.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [iti19('§3.19.6.2.3')],
  messages: {
    outside: {
      fr: 'La suite retenue, {found}, est en dehors du socle ITI-19. Activez l’une des suites AES-GCM avec ECDHE ou DHE.',
      en: 'The chosen suite, {found}, is outside the ITI-19 baseline. Turn on one of the AES-GCM suites with ECDHE or DHE.',
    },
    unlisted: {
      fr: 'La suite retenue, {found}, est aussi solide que le socle ITI-19 sans y être nommée. Vérifiez que l’une des suites nommées est aussi acceptée.',
      en: 'The chosen suite, {found}, is as strong as the ITI-19 baseline without being named in it. Check that one of the named suites is accepted too.',
    },
    noCommon: {
      fr: 'Aucune suite commune : la connexion a échoué alors que le banc propose tout le socle ITI-19. Activez l’une de ses suites.',
      en: 'No common suite: the connection failed although the harness offers the whole ITI-19 baseline. Turn on one of its suites.',
    },
  },
  appliesTo: ({ facts }) =>
    facts.security !== 'plaintext' &&
    (facts.failure === 'no-common-cipher' || facts.cipherStandardName !== undefined || facts.cipher !== undefined),
  *check({ facts }) {
    const location = wireLocation('handshake');
    if (facts.failure === 'no-common-cipher') {
      yield { messageId: 'noCommon', location };
      return;
    }
    const suite = facts.cipherStandardName;
    if (suite === undefined) {
      yield {
        cantTell: {
          fr: 'Le nom normalisé (IANA) de la suite n’a pas été enregistré avec la connexion.',
          en: 'The standard (IANA) name of the suite was not recorded with the connection.',
        },
      };
    } else if (!BASELINE.has(suite)) {
      const strong = AS_STRONG.test(suite);
      yield {
        messageId: strong ? 'unlisted' : 'outside',
        location,
        data: { found: suite },
        found: suite,
        severity: strong ? 'information' : 'warning',
      };
    }
  },
});
