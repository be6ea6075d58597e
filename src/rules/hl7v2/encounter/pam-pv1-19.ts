import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, isEncounterEvent } from './encounter.js';

/** N is the class of identity messages: PAM-PV1-2-N. */
const CLASSES = new Set(['I', 'O', 'R', 'E', 'V']);

/** Internationally PID-18 or PV1-19 is enough; France requires both. */
export const pamPv119 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'notVn'>({
  id: 'PAM-PV1-19',
  subject: 'hl7v2/message',
  title: { fr: 'Un message de venue porte le numéro de venue', en: 'A visit message carries the visit number' },
  why: {
    fr: 'Un même dossier peut couvrir plusieurs venues. Sans PV1-19, le destinataire ne sait pas à laquelle rattacher le mouvement.',
    en: 'One account may cover several visits. Without PV1-19 the receiver does not know which one the movement belongs to.',
  },
  repair: {
    fr: 'Mettez en PV1-19 un numéro de venue unique, avec son autorité et le type VN. Si votre système n’a qu’un numéro, répétez-le en PID-18 et PV1-19.',
    en: 'Put a unique visit number in PV1-19, with its authority and type VN. If your system has one number, repeat it in PID-18 and PV1-19.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.10.11')],
  hl7Error: '101',
  french: true,
  messages: {
    missing: {
      fr: '{path} est vide avec {event} ; le numéro de venue est attendu.',
      en: '{path} is empty with {event}; the visit number is expected.',
    },
    notVn: {
      fr: '{path} vaut « {found} » ; {expected} est attendu pour un numéro de venue.',
      en: '{path} is "{found}"; {expected} is expected for a visit number.',
    },
  },
  appliesTo: (message, context) => CLASSES.has(encounterOf(message).patientClass) && isEncounterEvent(message, context),
  *check(message) {
    const { event, pv1 } = encounterOf(message);
    const visit = pv1?.field(19);
    if (visit === undefined) return;
    const number = visit.component(1);
    const type = visit.component(5);
    if (!number.isValued || number.isNull) yield problemAt('missing', visit, { data: { event } });
    else if (type.isValued && type.text !== 'VN') {
      yield problemAt('notVn', type, { found: type.text, expected: 'VN', severity: 'warning' });
    }
  },
});
