import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { eventRowOf } from '../events.js';
import { problemAt } from '../problem-at.js';
import { ITI_30, pamFr } from '../sources.js';

/** Pending events (option of that name) have not occurred yet: EVN-6 is not used with them. */
const PENDING = /^pending/i;

export const pamEvnDates = defineRule<Hl7v2Message, Hl7v2Context, 'notRecorded' | 'notOccurred'>({
  id: 'PAM-EVN-DATES',
  subject: 'hl7v2/message',
  title: {
    fr: 'L’événement porte sa date de saisie et sa date effective',
    en: 'The event carries the date it was recorded and the date it occurred',
  },
  why: {
    fr: 'La date effective (EVN-6) place le mouvement dans le séjour ; la date de saisie (EVN-2) dit quand le système l’a appris. L’une ne remplace pas l’autre.',
    en: 'The date it occurred (EVN-6) places the movement in the stay; the date recorded (EVN-2) says when the system learnt of it. One does not replace the other.',
  },
  repair: {
    fr: 'Remplissez EVN-2 dans tous les messages, et EVN-6 dès que le message insère ou corrige un mouvement.',
    en: 'Fill EVN-2 in every message, and EVN-6 whenever the message inserts or corrects a movement.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ITI_30, pamFr('§6.4')],
  hl7Error: '101',
  messages: {
    notRecorded: {
      fr: '{path} est vide ; la date de saisie de l’événement est attendue. Remplissez-la à l’enregistrement.',
      en: '{path} is empty; the date the event was recorded is expected. Fill it when recording.',
    },
    notOccurred: {
      fr: '{path} est vide ; la date effective de l’événement {event} est attendue. Écrivez celle du mouvement (ZBE-2).',
      en: '{path} is empty; the date the event {event} occurred is expected. Write the one of the movement (ZBE-2).',
    },
  },
  appliesTo: (message) => message.first('EVN') !== undefined,
  *check(message, context) {
    const recorded = message.field('EVN', 2);
    if (!recorded.isValued) yield problemAt('notRecorded', recorded);
    const occurred = message.field('EVN', 6);
    if (occurred.isValued) return;
    const row = eventRowOf(message, context);
    const moves = row?.action === 'INSERT' || row?.action === 'UPDATE';
    if (moves && !PENDING.test(row.option ?? '')) {
      yield problemAt('notOccurred', occurred, { data: { event: message.event } });
    }
  },
});
