import { defineRule } from '../../core/index.js';
import type { Handshake, WireContext } from './context.js';
import { iti19 } from './sources.js';
import { wireLocation } from './wire-location.js';

export const pamTlsValidity2y = defineRule<Handshake, WireContext, 'long'>({
  id: 'PAM-TLS-VALIDITY-2Y',
  subject: 'wire/handshake',
  title: { fr: 'Le certificat est valable deux ans au plus', en: 'The certificate is valid for two years at most' },
  why: {
    fr: 'L’ITI-19 recommande deux ans au plus : une clé qui sert longtemps a plus de chances d’être volée. Les certificats de l’IGC-Santé, valables environ trois ans, dépassent cette durée : c’est une observation, pas un défaut.',
    en: 'ITI-19 recommends two years at most: a key used for long is more likely to be stolen. IGC-Santé certificates, valid for about three years, are above it: this is an observation, not a fault.',
  },
  repair: {
    fr: 'Rien à corriger si le certificat vient de l’IGC-Santé. Sinon, émettez le prochain pour deux ans au plus.',
    en: 'Nothing to correct if the certificate comes from IGC-Santé. Otherwise issue the next one for two years at most.',
  },
  severity: 'information',
  trust: 'standard',
  spec: [iti19('§3.19.6.1.3')],
  messages: {
    long: {
      fr: 'Le certificat de l’autre côté est valable du {from} au {until}, plus de deux ans. Prévoyez une durée plus courte au renouvellement.',
      en: 'The certificate of the other side is valid from {from} to {until}, more than two years. Plan a shorter time at renewal.',
    },
  },
  appliesTo: ({ facts }) =>
    facts.security !== 'plaintext' && facts.peerValidFrom !== undefined && facts.peerValidTo !== undefined,
  *check({ facts }) {
    const from = new Date(facts.peerValidFrom ?? '');
    const until = new Date(facts.peerValidTo ?? '');
    if (Number.isNaN(from.getTime()) || Number.isNaN(until.getTime())) {
      yield {
        cantTell: {
          fr: 'Les dates de validité enregistrées ne sont pas lisibles.',
          en: 'The recorded validity dates cannot be read.',
        },
      };
      return;
    }
    if (until.getTime() <= twoYearsAfter(from)) return;
    const data = { from: day(from), until: day(until) };
    yield { messageId: 'long', location: wireLocation('handshake'), data, found: `${data.from} – ${data.until}` };
  },
});

/** One day more, since authorities often end a validity at the close of the last day. */
function twoYearsAfter(date: Date): number {
  return Date.UTC(date.getUTCFullYear() + 2, date.getUTCMonth(), date.getUTCDate() + 2);
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
