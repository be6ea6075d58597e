import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';
import { acknowledgementCode, classOfError, errorCodes, inAnswer, isAccepted, lastAnswer } from './ack.js';

type MessageId = 'rejectForContent' | 'errorForSupport' | 'acceptedWithError';

export const pamAckSemantic = defineRule<Hl7v2Exchange, Hl7v2Context, MessageId>({
  id: 'PAM-ACK-SEMANTIC',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'AE signale un contenu fautif, AR un message non pris en charge',
    en: 'AE tells of faulty content, AR of a message that is not supported',
  },
  why: {
    fr: 'Après AR l’émetteur peut renvoyer le message tel quel ; après AE il doit le corriger. Les confondre fait renvoyer sans fin un message fautif, ou abandonner un message bon.',
    en: 'After AR the sender may send the message again as it is; after AE it must correct it. Mixing them up sends a faulty message for ever, or drops a good one.',
  },
  repair: {
    fr: 'Répondez AE pour les codes 100 à 103 (segment, champ, type, table) et AR pour les codes 200 à 203 (type, événement, mode ou version non pris en charge).',
    en: 'Answer AE for codes 100 to 103 (segment, field, type, table) and AR for codes 200 to 203 (type, event, processing id or version not supported).',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.2.3.2')],
  messages: {
    rejectForContent: {
      fr: '{path} vaut {found} pour une erreur de contenu ({codes}) ; {expected} est attendu. L’émetteur renverrait le message sans le corriger.',
      en: '{path} is {found} for a content error ({codes}); {expected} is expected. The sender would send the message again without correcting it.',
    },
    errorForSupport: {
      fr: '{path} vaut {found} pour un message non pris en charge ({codes}) ; {expected} est attendu.',
      en: '{path} is {found} for a message that is not supported ({codes}); {expected} is expected.',
    },
    acceptedWithError: {
      fr: '{path} vaut {found} alors qu’un segment ERR signale une erreur ({codes}). Si le message est intégré, la gravité (ERR-4) est W ou I ; sinon, répondez AE.',
      en: '{path} is {found} while an ERR segment tells an error ({codes}). If the message is integrated, the severity (ERR-4) is W or I; otherwise answer AE.',
    },
  },
  appliesTo: (exchange) => codesOf(exchange).length > 0,
  *check(exchange) {
    const answer = lastAnswer(exchange);
    if (answer === undefined) return;
    const codes = codesOf(exchange);
    const found = acknowledgementCode(answer);
    const element = answer.message.field('MSA', 1);
    const facts = { found, data: { codes } };
    const classes = codes.map(classOfError);
    if (isAccepted(found)) {
      if (errorCodes(answer).length > 0) {
        yield inAnswer(answer, problemAt('acceptedWithError', element, { ...facts, severity: 'warning' }));
      }
    } else if (found.endsWith('R') && classes.every((kind) => kind === 'content')) {
      const expected = `${found[0]}E`;
      yield inAnswer(answer, problemAt('rejectForContent', element, { ...facts, expected }));
    } else if (found.endsWith('E') && classes.some((kind) => kind === 'support')) {
      const expected = `${found[0]}R`;
      yield inAnswer(answer, problemAt('errorForSupport', element, { ...facts, expected }));
    }
  },
});

/** What the answer says, else, for a refusal that says nothing, what judging the message found. */
function codesOf(exchange: Hl7v2Exchange): readonly string[] {
  const answer = lastAnswer(exchange);
  if (answer === undefined) return [];
  const said = errorCodes(answer);
  if (said.length > 0 || isAccepted(acknowledgementCode(answer))) return said;
  return exchange.judgedSent?.hl7Errors ?? [];
}
