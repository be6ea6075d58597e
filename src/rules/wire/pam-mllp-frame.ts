import { defineRule, type Severity } from '../../core/index.js';
import type { WireContext, WireStream } from './context.js';
import { MLLP } from './sources.js';
import { wireLocation } from './wire-location.js';

type MessageId = 'outside' | 'nested' | 'noCarriageReturn' | 'unterminated' | 'empty' | 'oversize' | 'stalled';

/** What a receiver still understands is a warning (reference §7.4). */
const VIOLATIONS: ReadonlyMap<string, readonly [MessageId, Severity]> = new Map([
  ['bytes-outside-frame', ['outside', 'error']],
  ['start-inside-frame', ['nested', 'warning']],
  ['missing-carriage-return', ['noCarriageReturn', 'warning']],
  ['unterminated-frame', ['unterminated', 'error']],
  ['empty-frame', ['empty', 'warning']],
  ['oversize-frame', ['oversize', 'error']],
  ['stalled-frame', ['stalled', 'error']],
]);

/** A stray CR or CR LF between two blocks harms nobody. */
const HARMLESS_BYTES = 2;

export const pamMllpFrame = defineRule<WireStream, WireContext, MessageId>({
  id: 'PAM-MLLP-FRAME',
  subject: 'wire/stream',
  title: { fr: 'Chaque message voyage dans un bloc MLLP complet', en: 'Each message travels in a complete MLLP block' },
  why: {
    fr: 'Le destinataire ne sait où commence et finit un message que par ces octets : un bloc mal fermé le fait attendre, ou lui fait lire deux messages comme un seul.',
    en: 'These bytes alone tell the receiver where a message starts and ends: a block badly closed makes it wait, or read two messages as one.',
  },
  repair: {
    fr: 'Envoyez, pour chaque message et dans cet ordre : l’octet 0x0B, le message, puis les octets 0x1C 0x0D. N’envoyez rien d’autre sur la connexion.',
    en: 'For each message send, in this order: byte 0x0B, the message, then bytes 0x1C 0x0D. Send nothing else on the connection.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [MLLP, { standard: 'IHE ITI TF-2 Appendix C', section: 'C.2.1' }],
  messages: {
    outside: {
      fr: 'Octet {offset} : {length} octet(s) hors de tout bloc MLLP. Un message doit être précédé de 0x0B ; vérifiez que votre client ajoute bien l’enveloppe MLLP.',
      en: 'Byte {offset}: {length} byte(s) outside any MLLP block. A message must follow 0x0B; check that your client adds the MLLP envelope.',
    },
    nested: {
      fr: 'Octet {offset} : un nouveau début de bloc (0x0B) arrive avant la fin du précédent. Le message précédent a été abandonné ; fermez chaque bloc par 0x1C 0x0D.',
      en: 'Byte {offset}: a new start of block (0x0B) comes before the end of the previous one. The previous message was dropped; close each block with 0x1C 0x0D.',
    },
    noCarriageReturn: {
      fr: 'Octet {offset} : 0x1C n’est pas suivi de 0x0D. Ajoutez ce dernier octet : beaucoup de destinataires l’attendent avant de répondre.',
      en: 'Byte {offset}: 0x1C is not followed by 0x0D. Add this last byte: many receivers wait for it before they answer.',
    },
    unterminated: {
      fr: 'Octet {offset} : la connexion s’est fermée au milieu d’un bloc ({length} octets reçus, pas de 0x1C). Le message est perdu ; envoyez 0x1C 0x0D avant de fermer.',
      en: 'Byte {offset}: the connection closed in the middle of a block ({length} bytes received, no 0x1C). The message is lost; send 0x1C 0x0D before closing.',
    },
    empty: {
      fr: 'Octet {offset} : bloc MLLP sans message. N’envoyez pas de bloc vide pour tenir la connexion ouverte ; utilisez le « keep-alive » de TCP.',
      en: 'Byte {offset}: MLLP block without a message. Do not send empty blocks to keep the connection open; use TCP keep-alive.',
    },
    oversize: {
      fr: 'Octet {offset} : le bloc dépasse la taille admise ({length} octets lus). Vérifiez que 0x1C 0x0D ferme bien chaque message, ou relevez la limite du banc.',
      en: 'Byte {offset}: the block is larger than allowed ({length} bytes read). Check that 0x1C 0x0D closes each message, or raise the limit of the harness.',
    },
    stalled: {
      fr: 'Octet {offset} : le bloc commencé n’a plus avancé ({length} octets reçus). Vérifiez que votre client vide son tampon et ferme le bloc par 0x1C 0x0D.',
      en: 'Byte {offset}: the block that had begun stopped coming ({length} bytes received). Check that your client flushes its buffer and closes the block with 0x1C 0x0D.',
    },
  },
  appliesTo: ({ frames, violations }) => frames > 0 || violations.length > 0,
  *check({ violations }) {
    for (const { code, offset, length } of violations) {
      const known = VIOLATIONS.get(code);
      if (known === undefined) {
        yield {
          cantTell: {
            fr: `La connexion porte une anomalie que cette version ne connaît pas : « ${code} ».`,
            en: `The connection holds an anomaly this version does not know: "${code}".`,
          },
        };
        continue;
      }
      const [messageId, severity] = known;
      const harmless = messageId === 'outside' && length <= HARMLESS_BYTES;
      yield {
        messageId,
        location: wireLocation('stream', offset, length),
        data: { code, offset, length },
        found: code,
        severity: harmless ? 'information' : severity,
      };
    }
  },
});
