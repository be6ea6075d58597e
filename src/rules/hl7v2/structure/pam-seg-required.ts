import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { isAcknowledgement, unknownEvent } from '../events.js';
import { problemAt } from '../problem-at.js';
import { ITI_30, ITI_31, pamFr } from '../sources.js';
import { grammarOf, isZ, structureNames, structureProblems } from './structure.js';

export const pamSegRequired = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'PAM-SEG-REQUIRED',
  subject: 'hl7v2/message',
  title: { fr: 'Les segments obligatoires sont présents', en: 'The required segments are present' },
  why: {
    fr: 'Chaque segment obligatoire porte ce sans quoi l’événement n’a pas d’effet : qui est le patient (PID), quelle identité disparaît (MRG), quel mouvement a lieu (ZBE).',
    en: 'Each required segment carries what the event needs to have an effect: who the patient is (PID), which identity goes (MRG), which movement happens (ZBE).',
  },
  repair: {
    fr: 'Ajoutez le segment à l’endroit indiqué, avec au moins ses champs obligatoires ; PV1||N suffit pour A28 et A31.',
    en: 'Add the segment at the place shown, with at least its required fields; PV1||N is enough for A28 and A31.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§5.2'), ITI_30, ITI_31],
  hl7Error: '100',
  messages: {
    missing: {
      fr: '{path} : le segment {segment} manque, il est obligatoire dans {structure} ({event}). Ajoutez-le après {after}.',
      en: '{path}: segment {segment} is missing, it is required in {structure} ({event}). Add it after {after}.',
    },
  },
  appliesTo: (message) => message.type === 'ADT' || isAcknowledgement(message),
  *check(message, context) {
    const grammar = grammarOf(message, context);
    if (!grammar) {
      yield unknownEvent(message);
      return;
    }
    for (const { kind, segmentName, after } of structureProblems(message, grammar)) {
      if (kind !== 'missing') continue;
      const place = message.missingSegment(segmentName, after);
      yield problemAt('missing', place, {
        expected: segmentName,
        data: { segment: segmentName, after: after?.path ?? 'MSH', ...structureNames(message, context) },
        constraintId: `${grammar.pack}/${grammar.id}`,
        ...(isFrenchOnly(segmentName, context) && { severity: 'warning' as const }),
      });
    }
  },
});

/** Only the Z segments among the required ones are French: the rule as a whole cannot be marked so. */
function isFrenchOnly(segmentName: string, context: Hl7v2Context): boolean {
  return isZ(segmentName) && context.pack.lowerFrenchWhenUndeclared && !context.declaresFrenchProfile;
}
