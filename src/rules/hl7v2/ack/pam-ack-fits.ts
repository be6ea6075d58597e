import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { problemAt } from '../problem-at.js';
import { appendixC, pamFr } from '../sources.js';
import { acknowledgementCode, inAnswer, isAccepted, isRefused, lastAnswer } from './ack.js';

/** A receiver may ignore an unknown event instead of refusing it (PAM §5.3.2). */
const MAY_BE_ACCEPTED = '201';

export const pamAckFits = defineRule<Hl7v2Exchange, Hl7v2Context, 'acceptedFaulty' | 'refusedSound'>({
  id: 'PAM-ACK-FITS',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'L’acquittement correspond à ce que vaut le message',
    en: 'The acknowledgement fits what the message is worth',
  },
  why: {
    fr: 'Un destinataire qui accepte un message fautif enregistre des données fausses ou incomplètes ; un destinataire qui refuse un message bon bloque l’échange. C’est un avertissement, car un destinataire a le droit d’être tolérant ou d’avoir une raison que le message ne montre pas.',
    en: 'A receiver that accepts a faulty message stores wrong or incomplete data; one that refuses a good message blocks the exchange. It is a warning, since a receiver may be tolerant, or have a reason the message does not show.',
  },
  repair: {
    fr: 'Message accepté à tort : vérifiez ce qui a été enregistré, et répondez AE avec le code attendu. Message refusé à tort : lisez le segment ERR et comparez avec les constats de ce rapport.',
    en: 'Wrongly accepted: check what was stored, and answer AE with the expected code. Wrongly refused: read the ERR segment and compare with the findings of this report.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [appendixC('§C.2.3.2'), pamFr('§5.3.2')],
  messages: {
    acceptedFaulty: {
      fr: '{path} vaut {found}, alors que le message comporte des erreurs (codes {codes}). Vérifiez que le destinataire les a vues et n’a rien enregistré de faux.',
      en: '{path} is {found}, while the message holds errors (codes {codes}). Check that the receiver saw them and stored nothing wrong.',
    },
    refusedSound: {
      fr: '{path} vaut {found}, alors qu’aucune erreur n’a été relevée dans le message. Lisez le segment ERR de la réponse : {reason}.',
      en: '{path} is {found}, while no error was found in the message. Read the ERR segment of the answer: {reason}.',
    },
  },
  appliesTo: ({ answers, judgedSent }) => answers.length > 0 && judgedSent !== undefined,
  *check(exchange) {
    const answer = lastAnswer(exchange);
    const judged = exchange.judgedSent;
    if (answer === undefined || judged === undefined) return;
    const found = acknowledgementCode(answer);
    const element = answer.message.field('MSA', 1);
    // Errors without an ERR-3 code are no reason to refuse: an INS on an identity not validated must be accepted.
    const codes = judged.hl7Errors.filter((code) => code !== MAY_BE_ACCEPTED);
    if (isAccepted(found) && judged.failed && codes.length > 0) {
      yield inAnswer(answer, problemAt('acceptedFaulty', element, { found, data: { codes } }));
    } else if (isRefused(found) && !judged.failed) {
      const err = answer.message.segment('ERR');
      const reason = [err.field(3).text, err.field(7).text, err.field(8).text].filter((text) => text !== '').join(', ');
      yield inAnswer(answer, problemAt('refusedSound', element, { found, data: { reason: reason || '–' } }));
    }
  },
});
