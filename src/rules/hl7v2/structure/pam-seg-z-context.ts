import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { eventRowOf, unknownEvent } from '../events.js';
import { missingParameter } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { grammarOf, isZ, structureProblems } from './structure.js';
import { zContextsOf } from './z-contexts.js';

/**
 * Two ways to be out of place: the grammar of the event has no such segment, or has it for every event of a kind while
 * PAM §6.14–6.18 gives it a meaning on some only (pack parameter `segmentContexts`). An update is judged on the event
 * it updates (ZBE-6).
 */
export const pamSegZContext = defineRule<Hl7v2Message, Hl7v2Context, 'notInStructure' | 'meaningless'>({
  id: 'PAM-SEG-Z-CONTEXT',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les segments Z français viennent avec les événements prévus',
    en: 'The French Z segments come with the events foreseen',
  },
  why: {
    fr: 'Hors des événements prévus, le récepteur n’attend pas le segment : il l’ignore, et la donnée (DMP, PMSI, état civil) reste périmée.',
    en: 'Outside the events foreseen the receiver does not expect the segment: it ignores it, and the data (DMP, PMSI, demographics) stay out of date.',
  },
  repair: {
    fr: 'Envoyez le segment avec l’un des événements indiqués (ou Z99 sur l’un d’eux), et retirez-le de celui-ci.',
    en: 'Send the segment with one of the events shown (or Z99 on one of them), and remove it from this one.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.14 à §6.18')],
  french: true,
  messages: {
    notInStructure: {
      fr: '{path} : le segment {segment} n’est pas prévu avec l’événement {event}. Attendu : {expected}. Retirez-le.',
      en: '{path}: segment {segment} is not foreseen with the event {event}. Expected: {expected}. Remove it.',
    },
    meaningless: {
      fr: '{path} : le segment {segment} n’a pas de sens avec l’événement {event} ; attendu avec {expected}. Envoyez-le avec l’un d’eux.',
      en: '{path}: segment {segment} has no meaning with the event {event}; expected with {expected}. Send it with one of them.',
    },
  },
  appliesTo: (message) => message.type === 'ADT' && message.segments.some((segment) => isZ(segment.name)),
  *check(message, context) {
    const grammar = grammarOf(message, context);
    if (!grammar) {
      yield unknownEvent(message);
      return;
    }
    let refused: Set<string> | undefined;
    for (const { kind, segmentName: name, segment } of structureProblems(message, grammar)) {
      if (kind !== 'unexpected' || !segment || !isZ(name) || !Object.hasOwn(context.profile.segments, name)) continue;
      refused ??= new Set();
      refused.add(name);
      const data = { segment: name, event: message.event };
      yield problemAt('notInStructure', segment, { found: name, expected: grammar.text, data });
    }
    const contexts = zContextsOf(context.pack);
    if (!contexts) {
      yield missingParameter('segmentContexts');
      return;
    }
    const event = eventJudged(message, context);
    for (const segment of message.segments) {
      const events = contexts.get(segment.name);
      if (!events || events.has(event) || refused?.has(segment.name)) continue;
      const data = { segment: segment.name, event };
      yield problemAt('meaningless', segment, { found: segment.name, expected: [...events].join(', '), data });
    }
  },
});

/** The event, or for an update of a movement the event that inserted it. */
function eventJudged(message: Hl7v2Message, context: Hl7v2Context): string {
  const original = message.field('ZBE', 6).text;
  const isUpdate = eventRowOf(message, context)?.action === 'UPDATE';
  return isUpdate && original !== '' ? original : message.event;
}
