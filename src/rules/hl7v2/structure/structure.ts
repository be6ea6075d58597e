import type { Hl7v2Message, Segment } from '../../../formats/hl7v2/index.js';
import type { GrammarRow } from '../../../packs/index.js';
import type { Hl7v2Context } from '../context.js';
import { eventRowOf, isAcknowledgement } from '../events.js';
import { matchStructure, type StructureProblem } from '../generic/match-structure.js';
import { ownValue } from '../pack-values.js';

/** Grammar of a message: the one of its event, or `ACK`; undefined when the pack has none. */
export function grammarOf(message: Hl7v2Message, context: Hl7v2Context): GrammarRow | undefined {
  const key = isAcknowledgement(message) ? 'ACK' : eventRowOf(message, context)?.grammar;
  return key === undefined ? undefined : ownValue(context.profile.grammars, key);
}

/** Several rules share the problems of one message: those of the last one are kept (see rememberLast). */
let last: { message: Hl7v2Message; grammar: GrammarRow; problems: readonly StructureProblem[] } | undefined;

export function structureProblems(message: Hl7v2Message, grammar: GrammarRow): readonly StructureProblem[] {
  if (last?.message !== message || last.grammar !== grammar) {
    last = { message, grammar, problems: matchStructure(message, grammar) };
  }
  return last.problems;
}

/** For messages: the structure as MSH-9.3 writes it, and the event. */
export function structureNames(message: Hl7v2Message, context: Hl7v2Context): { structure: string; event: string } {
  const { event } = message;
  return { structure: eventRowOf(message, context)?.structure ?? message.type, event };
}

export function isZ(name: string): boolean {
  return name[0] === 'Z';
}

/** ROL of the declared general practitioner that stands after PV1: PAM-ROL-TRAITANT speaks of it. */
export function isMisplacedTraitant(segment: Segment): boolean {
  if (segment.name !== 'ROL' || segment.field(3).component(1).text !== 'ODRP') return false;
  const visit = segment.message.first('PV1');
  return visit !== undefined && segment.index > visit.index;
}
