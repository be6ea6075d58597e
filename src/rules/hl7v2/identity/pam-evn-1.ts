import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';

export const pamEvn1 = defineRule<Hl7v2Message, Hl7v2Context, 'repeated' | 'contradicts'>({
  id: 'PAM-EVN-1',
  subject: 'hl7v2/message',
  title: { fr: 'EVN-1 n’est pas utilisé', en: 'EVN-1 is not used' },
  why: {
    fr: 'L’événement est déjà dans MSH-9.2 ; écrit deux fois, il finit par différer et deux récepteurs font deux choses différentes.',
    en: 'The event already stands in MSH-9.2; written twice it ends up differing and two receivers do two different things.',
  },
  repair: { fr: 'Laissez EVN-1 vide.', en: 'Leave EVN-1 empty.' },
  severity: 'information',
  trust: 'standard',
  spec: [ITI_30],
  messages: {
    repeated: {
      fr: '{path} répète l’événement « {found} » ; un champ vide est attendu. Laissez-le vide.',
      en: '{path} repeats the event "{found}"; an empty field is expected. Leave it empty.',
    },
    contradicts: {
      fr: '{path} vaut « {found} » alors que MSH-9.2 vaut « {event} » ; un champ vide est attendu. Vérifiez l’événement, puis videz EVN-1.',
      en: '{path} is "{found}" although MSH-9.2 is "{event}"; an empty field is expected. Check the event, then empty EVN-1.',
    },
  },
  appliesTo: (message) => message.first('EVN') !== undefined,
  *check(message) {
    const field = message.field('EVN', 1);
    if (!field.isValued) return;
    const found = field.text;
    const { event } = message;
    if (found === event) yield problemAt('repeated', field, { found });
    else yield problemAt('contradicts', field, { found, data: { event } });
  },
});
