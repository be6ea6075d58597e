import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, subjectEventOf } from './encounter.js';

const EVENTS = new Set(['A03', 'A16', 'A21']);

export const pamPv137 = defineRule<Hl7v2Message, Hl7v2Context, 'unexpected'>({
  id: 'PAM-PV1-37',
  subject: 'hl7v2/message',
  title: {
    fr: 'La destination n’est donnée qu’au départ du patient',
    en: 'The destination is given only when the patient leaves',
  },
  why: {
    fr: 'PV1-37 nomme l’établissement où part le patient. Ailleurs qu’à la sortie ou à une absence, le destinataire peut le croire parti.',
    en: 'PV1-37 names the place the patient goes to. Elsewhere than at discharge or leave, the receiver may believe the patient gone.',
  },
  repair: {
    fr: 'Ne renseignez PV1-37 que dans A03, A16, A21, ou dans un Z99 qui corrige l’un d’eux.',
    en: 'Fill PV1-37 only in A03, A16, A21, or in a Z99 that corrects one of them.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.10.16')],
  french: true,
  messages: {
    unexpected: {
      fr: '{path} est renseigné avec {event} ; une destination n’est attendue que dans A03, A16 ou A21. Videz ce champ.',
      en: '{path} is valued with {event}; a destination is expected only in A03, A16 or A21. Empty this field.',
    },
  },
  appliesTo: (message) => encounterOf(message).pv1?.field(37).isValued ?? false,
  *check(message, context) {
    const { event, pv1 } = encounterOf(message);
    if (pv1 === undefined || EVENTS.has(subjectEventOf(message, context))) return;
    const destination = pv1.field(37);
    yield problemAt('unexpected', destination, { found: destination.text, data: { event } });
  },
});
