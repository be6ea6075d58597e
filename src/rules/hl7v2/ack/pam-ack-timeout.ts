import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';
import { expectsAnswer } from './ack.js';

export const pamAckTimeout = defineRule<Hl7v2Exchange, Hl7v2Context, 'none'>({
  id: 'PAM-ACK-TIMEOUT',
  subject: 'hl7v2/exchange',
  title: { fr: 'Un acquittement revient dans le délai', en: 'An acknowledgement comes back in time' },
  why: {
    fr: 'Sans réponse, l’émetteur ne sait pas si le message est intégré : il bloque sa file ou renvoie le message, au risque d’un doublon.',
    en: 'Without an answer the sender does not know whether the message was integrated: it blocks its queue or sends again, at the risk of a duplicate.',
  },
  repair: {
    fr: 'Acquittez chaque message, même refusé, dès que son traitement est décidé. Si le traitement est long, répondez dès que le message est stocké, ou convenez d’un délai plus long.',
    en: 'Acknowledge each message, even a refused one, as soon as its processing is decided. If processing is long, answer once the message is stored, or agree on a longer delay.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.2.1')],
  messages: {
    none: {
      fr: 'Aucun acquittement dans le délai pour le message {found}. Vérifiez que le destinataire lit bien jusqu’à 0x1C 0x0D et répond sur la même connexion.',
      en: 'No acknowledgement in time for message {found}. Check that the receiver reads up to 0x1C 0x0D and answers on the same connection.',
    },
  },
  appliesTo: ({ sent }) => expectsAnswer(sent),
  *check({ sent, sentItem, silence }) {
    if (silence !== 'timeout') return;
    const field = sent.msh.field(10);
    yield { ...problemAt('none', field, { found: field.text }), evidenceId: sentItem.id };
  },
});
