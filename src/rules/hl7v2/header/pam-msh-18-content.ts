import { defineRule, type Problem } from '../../../core/index.js';
import { type DecodeProblem, decodeProblems, type Hl7v2Message, isUtf8 } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { pamFr } from '../sources.js';
import { hasNonAscii } from './non-ascii.js';

type Id = 'undecodable' | 'controlBytes' | 'looksLikeUtf8';
/** What PAM-MSH-18 does not already say. */
const IDS: Readonly<Partial<Record<DecodeProblem['code'], Id>>> = {
  'undecodable-bytes': 'undecodable',
  'control-bytes': 'controlBytes',
};
/** One wrong setting spoils every accent of a message: a few places are enough to see it. */
const MOST_PLACES = 10;
const MOST_BYTES = 8;

export const pamMsh18Content = defineRule<Hl7v2Message, Hl7v2Context, Id>({
  id: 'PAM-MSH-18-CONTENT',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le message est réellement encodé comme MSH-18 l’annonce',
    en: 'The message is really encoded as MSH-18 announces',
  },
  why: {
    fr: 'Un encodage différent de l’annonce change les accents des noms : « Hélène » devient « HÃ©lÃ¨ne », et le patient n’est plus reconnu.',
    en: 'An encoding other than the one announced changes the accents of names: "Hélène" becomes "HÃ©lÃ¨ne", and the patient is not recognised.',
  },
  repair: {
    fr: 'Accordez les deux : faites écrire le message dans le jeu annoncé, ou annoncez dans MSH-18 celui que votre logiciel écrit vraiment.',
    en: 'Make the two agree: have the message written in the set announced, or announce in MSH-18 the one your software really writes.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.1')],
  hl7Error: '102',
  messages: {
    undecodable: {
      fr: '{path} : les octets {found} ne forment aucun caractère en {charset} ; attendu du texte {charset}. Vérifiez l’encodage à l’écriture.',
      en: '{path}: the bytes {found} form no character in {charset}; expected {charset} text. Check the encoding when writing.',
    },
    controlBytes: {
      fr: '{path} : les octets {found} sont des caractères de commande en {charset} ; attendu du texte. Le message est sans doute en Windows-1252 : convertissez-le.',
      en: '{path}: the bytes {found} are control characters in {charset}; expected text. The message is probably Windows-1252: convert it.',
    },
    looksLikeUtf8: {
      fr: '{path} : les octets {found} se lisent comme de l’UTF-8 alors que MSH-18 annonce {charset} ; attendu le jeu annoncé. Écrivez « UNICODE UTF-8 » dans MSH-18, ou convertissez le message.',
      en: '{path}: the bytes {found} read as UTF-8 although MSH-18 announces {charset}; expected the set announced. Write "UNICODE UTF-8" in MSH-18, or convert the message.',
    },
  },
  *check(message) {
    if (!hasNonAscii(message.raw)) return;
    const { charset } = message;
    if (!charset.known) {
      yield {
        cantTell: {
          fr: 'Le jeu de caractères annoncé dans MSH-18 est inconnu : les octets du message ne peuvent pas être jugés.',
          en: 'The character set announced in MSH-18 is unknown: the bytes of the message cannot be judged.',
        },
      };
      return;
    }
    const problems = decodeProblems(message, MOST_PLACES);
    if (isSingleByte(charset.encoding) && isUtf8(message.bytes)) {
      yield asUtf8(message, problems.length > 0);
      return;
    }
    for (const { code, path, offset, length, location } of problems) {
      const messageId = IDS[code];
      if (messageId) yield { messageId, location, data: { path, ...facts(message, offset, length) } };
    }
  },
});

function isSingleByte(encoding: string): boolean {
  return encoding !== 'utf-8' && encoding !== 'ascii';
}

/** Every byte of the message fits UTF-8: chance alone hardly does that to accents of an ISO 8859 text. */
function asUtf8(message: Hl7v2Message, isCertain: boolean): Problem<Id> {
  const offset = message.raw.search(/[\x80-\xff]/);
  const run = /^[\x80-\xff]+/.exec(message.raw.slice(offset, offset + MOST_BYTES))?.[0].length ?? 1;
  return {
    messageId: 'looksLikeUtf8',
    location: message.locateSpan('MSH-18', message.msh.field(18).offset, message.msh.field(18).length),
    data: { path: 'MSH-18', ...facts(message, offset, run) },
    ...(!isCertain && { severity: 'warning' as const }),
  };
}

function facts(message: Hl7v2Message, offset: number, length: number) {
  const bytes = Buffer.from(message.raw.slice(offset, offset + Math.min(length, MOST_BYTES)), 'latin1');
  const found = [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  return { found, charset: message.charset.name };
}
