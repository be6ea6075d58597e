import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { isAcknowledgement, unknownEvent } from '../events.js';
import type { StructureProblem } from '../generic/match-structure.js';
import { problemAt } from '../problem-at.js';
import { ITI_30, ITI_31, pamFr } from '../sources.js';
import { grammarOf, isMisplacedTraitant, isZ, structureNames, structureProblems } from './structure.js';

/** Missing segments go to PAM-SEG-REQUIRED, foreign Z segments to PAM-SEG-Z-UNKNOWN and PAM-SEG-Z-CONTEXT. */
export const pamSegOrder = defineRule<Hl7v2Message, Hl7v2Context, 'unexpected' | 'misplaced' | 'tooMany'>({
  id: 'PAM-SEG-ORDER',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les segments suivent la grammaire de l’événement',
    en: 'The segments follow the grammar of the event',
  },
  why: {
    fr: 'Beaucoup d’analyseurs lisent les segments à leur place attendue : un segment déplacé est ignoré, ou fait rejeter tout le message (AE, 100).',
    en: 'Many parsers read segments at their expected place: a misplaced one is ignored, or gets the whole message rejected (AE, 100).',
  },
  repair: {
    fr: 'Replacez le segment selon la grammaire de l’événement ; les segments Z français suivent PV1 et PV2, dans l’ordre ZBE, ZFA, ZFP, ZFV, ZFM, ZFD, ZFS.',
    en: 'Put the segment back where the grammar of the event has it; the French Z segments follow PV1 and PV2, in the order ZBE, ZFA, ZFP, ZFV, ZFM, ZFD, ZFS.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§5.2'), ITI_30, ITI_31],
  hl7Error: '100',
  messages: {
    unexpected: {
      fr: '{path} : le segment {segment} n’est pas prévu dans {structure} ({event}). Retirez-le, ou changez d’événement.',
      en: '{path}: segment {segment} is not foreseen in {structure} ({event}). Remove it, or change the event.',
    },
    misplaced: {
      fr: '{path} : le segment {segment} n’est pas à sa place dans {structure} ({event}). Ordre attendu : {expected}. Déplacez-le.',
      en: '{path}: segment {segment} is not in its place in {structure} ({event}). Expected order: {expected}. Move it.',
    },
    tooMany: {
      fr: '{path} : le segment {segment} est répété plus que {structure} ({event}) ne le permet. Retirez celui qui est en trop.',
      en: '{path}: segment {segment} is repeated more than {structure} ({event}) allows. Remove the extra one.',
    },
  },
  appliesTo: (message) => message.type === 'ADT' || isAcknowledgement(message),
  *check(message, context) {
    const grammar = grammarOf(message, context);
    if (!grammar) {
      yield unknownEvent(message);
      return;
    }
    for (const problem of structureProblems(message, grammar)) {
      const { kind, segment } = problem;
      if (kind === 'missing' || !segment || isJudgedElsewhere(problem, context)) continue;
      yield problemAt(kind, segment, {
        found: problem.segmentName,
        expected: grammar.text,
        data: { segment: problem.segmentName, ...structureNames(message, context) },
        constraintId: `${grammar.pack}/${grammar.id}`,
      });
    }
  },
});

function isJudgedElsewhere({ kind, segmentName, segment }: StructureProblem, { profile }: Hl7v2Context): boolean {
  if (segment && isMisplacedTraitant(segment)) return true;
  if (!isZ(segmentName)) return false;
  return kind === 'unexpected' || !Object.hasOwn(profile.segments, segmentName);
}
