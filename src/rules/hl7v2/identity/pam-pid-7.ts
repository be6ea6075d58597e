import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30, pamFr } from '../sources.js';

const EVENTS = new Set(['A28', 'A31', 'A01', 'A04']);

export const pamPid7 = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'PAM-PID-7',
  subject: 'hl7v2/message',
  title: {
    fr: 'La date de naissance accompagne la création, la mise à jour et l’admission',
    en: 'The birth date comes with creation, update and admission',
  },
  why: {
    fr: 'La date de naissance est un trait strict : sans elle, le récepteur crée un doublon ou rapproche deux patients différents.',
    en: 'The birth date is a strict trait: without it the receiver creates a duplicate or matches two different patients.',
  },
  repair: {
    fr: 'Remplissez PID-7 (AAAAMMJJ) dès que la date est connue ; si elle ne l’est pas, vérifiez que l’identité est bien provisoire.',
    en: 'Fill PID-7 (YYYYMMDD) as soon as the date is known; if it is not, check that the identity is provisional.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.6.4'), ITI_30],
  messages: {
    missing: {
      fr: '{path} est vide ; la date de naissance est attendue, si elle est connue, dans un message {event}. Complétez le dossier d’origine.',
      en: '{path} is empty; the birth date is expected, if known, in a message {event}. Complete the record it comes from.',
    },
  },
  appliesTo: (message) => message.type === 'ADT' && EVENTS.has(message.event) && message.first('PID') !== undefined,
  *check(message) {
    const field = message.field('PID', 7);
    if (!field.isValued) yield problemAt('missing', field, { data: { event: message.event } });
  },
});
