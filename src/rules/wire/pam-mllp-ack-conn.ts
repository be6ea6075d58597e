import { defineRule } from '../../core/index.js';
import { expectsAnswer } from '../hl7v2/ack/ack.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../hl7v2/context.js';
import { appendixC } from '../hl7v2/sources.js';

/** A silence until the deadline is PAM-ACK-TIMEOUT's: this rule tells why nothing usable came. */
export const pamMllpAckConn = defineRule<Hl7v2Exchange, Hl7v2Context, 'closed' | 'unreadable'>({
  id: 'PAM-MLLP-ACK-CONN',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'L’acquittement revient sur la connexion du message',
    en: 'The acknowledgement comes back on the connection of the message',
  },
  why: {
    fr: 'L’émetteur attend la réponse sur la connexion qu’il a ouverte. S’il ne la reçoit pas, il renvoie le message, et le patient ou le mouvement peut être créé deux fois.',
    en: 'The sender waits for the answer on the connection it opened. Without it the sender sends again, and the patient or movement may be created twice.',
  },
  repair: {
    fr: 'Écrivez l’acquittement dans un bloc MLLP sur la même connexion TCP, avant de la fermer. N’ouvrez pas de connexion de retour.',
    en: 'Write the acknowledgement in an MLLP block on the same TCP connection, before you close it. Do not open a connection back.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.2.1')],
  messages: {
    closed: {
      fr: 'Le destinataire a fermé la connexion sans acquitter le message {controlId}. Cherchez dans ses journaux une erreur de traitement ou une réponse envoyée sur une autre connexion.',
      en: 'The receiver closed the connection without acknowledging message {controlId}. Look in its logs for a processing error or an answer sent on another connection.',
    },
    unreadable: {
      fr: 'Ce qui est revenu pour le message {controlId} n’est pas un message HL7 v2 lisible. La réponse doit commencer par un segment MSH ; voyez les octets dans la preuve.',
      en: 'What came back for message {controlId} is not a readable HL7 v2 message. The answer must start with an MSH segment; see the bytes in the evidence.',
    },
  },
  appliesTo: ({ sent }) => expectsAnswer(sent),
  *check({ sent, sentItem, silence }) {
    if (silence !== 'closed' && silence !== 'unreadable') return;
    const controlId = sent.controlId;
    const location = sent.locate(sent.msh.field(10));
    yield { messageId: silence, location, data: { controlId }, found: silence, evidenceId: sentItem.id };
  },
});
