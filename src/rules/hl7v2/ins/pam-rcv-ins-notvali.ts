import { defineRule } from '../../../core/index.js';
import { acknowledgementCode, inAnswer, isRefused, lastAnswer } from '../ack/ack.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { hasIns, insBearers, isValidated } from './ins.js';

export const pamRcvInsNotvali = defineRule<Hl7v2Exchange, Hl7v2Context, 'refused'>({
  id: 'PAM-RCV-INS-NOTVALI',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'Une INS non validée n’entraîne pas le rejet du message',
    en: 'An INS that is not validated does not get the message refused',
  },
  why: {
    fr: 'Le destinataire doit intégrer le message sans l’INS : le rejeter prive le patient de la mise à jour de ses autres données. Cette règle ne vérifie que l’absence de rejet ; que l’INS n’a pas été enregistrée se montre par une capture de la fiche du patient.',
    en: 'The receiver must integrate the message without the INS: refusing it deprives the patient of the update of the other data. This rule checks only that there is no refusal; that the INS was not stored is shown by a capture of the patient record.',
  },
  repair: {
    fr: 'À la réception d’une INS sans VALI en PID-32, ignorez la répétition INS de PID-3, intégrez le reste et répondez AA (avec, si vous le souhaitez, un ERR de gravité W).',
    en: 'On an INS without VALI in PID-32, ignore the INS repetition of PID-3, integrate the rest and answer AA (with an ERR of severity W if you wish).',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.15')],
  messages: {
    refused: {
      fr: '{path} vaut {found} pour un message dont l’INS n’est pas validée (PID-32 = {status}) ; {expected} est attendu, le message étant intégré sans l’INS.',
      en: '{path} is {found} for a message whose INS is not validated (PID-32 = {status}); {expected} is expected, the message being integrated without the INS.',
    },
  },
  appliesTo: ({ sent, answers }) =>
    answers.length > 0 && hasIns(sent) && insBearers(sent).some((pid) => !isValidated(pid)),
  *check(exchange) {
    const answer = lastAnswer(exchange);
    if (answer === undefined) return;
    const found = acknowledgementCode(answer);
    if (!isRefused(found)) return;
    const status = exchange.sent.field('PID', 32).text || '–';
    const expected = `${found[0]}A`;
    yield inAnswer(answer, problemAt('refused', answer.message.field('MSA', 1), { found, expected, data: { status } }));
  },
});
