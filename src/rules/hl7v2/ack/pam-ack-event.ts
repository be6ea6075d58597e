import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';
import { inAnswer, knowsErr3 } from './ack.js';

export const pamAckEvent = defineRule<Hl7v2Exchange, Hl7v2Context, 'notAck' | 'incomplete' | 'otherEvent'>({
  id: 'PAM-ACK-EVENT',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'MSH-9 de la réponse est ACK^événement^ACK',
    en: 'MSH-9 of the answer is ACK^event^ACK',
  },
  why: {
    fr: 'L’émetteur range la réponse d’après MSH-9. Une réponse d’un autre type, ou pour un autre événement, peut être prise pour un nouveau message.',
    en: 'The sender sorts the answer by MSH-9. An answer of another type, or for another event, may be taken for a new message.',
  },
  repair: {
    fr: 'Composez MSH-9 avec ACK, l’événement du message reçu (MSH-9.2) et ACK. « ACK » seul n’est admis que pour un message HL7 antérieur à 2.5.',
    en: 'Build MSH-9 from ACK, the event of the message received (MSH-9.2) and ACK. "ACK" alone is allowed only for a message older than HL7 2.5.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [ITI_30],
  messages: {
    notAck: {
      fr: '{path} vaut {found} ; {expected} est attendu. Une réponse en mode original est un message ACK.',
      en: '{path} is {found}; {expected} is expected. An answer in original mode is an ACK message.',
    },
    incomplete: {
      fr: '{path} vaut {found} ; {expected} est attendu depuis HL7 2.5. Ajoutez l’événement et la structure.',
      en: '{path} is {found}; {expected} is expected since HL7 2.5. Add the event and the structure.',
    },
    otherEvent: {
      fr: '{path} vaut {found} ; le message portait un autre événement : {expected} est attendu.',
      en: '{path} is {found}; the message carried another event: {expected} is expected.',
    },
  },
  appliesTo: ({ answers }) => answers.length > 0,
  *check({ sent, answers }) {
    const { event } = sent;
    const expected = `ACK^${event}^ACK`;
    for (const answer of answers) {
      const { message } = answer;
      const field = message.msh.field(9);
      const structure = field.component(3).text;
      const facts = { found: field.text, expected };
      const old = !knowsErr3(sent);
      if (message.type !== 'ACK') yield inAnswer(answer, problemAt('notAck', field, facts));
      else if (message.event !== '' && message.event !== event) {
        yield inAnswer(answer, problemAt('otherEvent', field, facts));
      } else if (!old && (message.event === '' || structure !== 'ACK')) {
        yield inAnswer(answer, problemAt('incomplete', field, facts));
      }
    }
  },
});
