import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { describesEvents, grammarFor } from './grammar-for.js';
import { matchStructure } from './match-structure.js';
import { constraintOf } from './row-problem.js';
import { hl7 } from './sources.js';

/** For packs without events of their own: where there are, PAM-SEG-ORDER and PAM-SEG-REQUIRED speak. */
export const structure = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'unexpected' | 'misplaced' | 'tooMany'>({
  id: 'hl7v2/structure',
  subject: 'hl7v2/message',
  title: { fr: 'Les segments suivent la structure du message', en: 'Segments follow the structure of the message' },
  why: {
    fr: 'Un analyseur lit les segments à leur place : un segment déplacé ou absent est ignoré, ou fait rejeter le message (AE, 100).',
    en: 'A parser reads segments in their place: a misplaced or absent one is ignored, or gets the message rejected (AE, 100).',
  },
  repair: {
    fr: 'Ajoutez, déplacez ou retirez le segment selon la structure indiquée.',
    en: 'Add, move or remove the segment as the structure shown says.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [hl7('2, message structure')],
  hl7Error: '100',
  messages: {
    missing: {
      fr: '{segment} manque dans {structure}. Attendu : {expected}',
      en: '{segment} is missing in {structure}. Expected: {expected}',
    },
    unexpected: {
      fr: '{path} : ce segment n’est pas prévu dans {structure}. Attendu : {expected}',
      en: '{path}: this segment is not foreseen in {structure}. Expected: {expected}',
    },
    misplaced: {
      fr: '{path} : ce segment n’est pas à sa place dans {structure}. Attendu : {expected}',
      en: '{path}: this segment is not in its place in {structure}. Expected: {expected}',
    },
    tooMany: {
      fr: '{path} : ce segment est répété plus que {structure} ne le permet. Attendu : {expected}',
      en: '{path}: this segment is repeated more than {structure} allows. Expected: {expected}',
    },
  },
  appliesTo: (message, context) => !describesEvents(context) && grammarFor(message, context) !== undefined,
  *check(message, context) {
    const grammar = grammarFor(message, context);
    if (!grammar) return;
    for (const { kind, segmentName, segment, after } of matchStructure(message, grammar)) {
      // Local segments may stand anywhere.
      if (kind === 'unexpected' && segment?.hasName && segmentName.startsWith('Z')) continue;
      yield problemAt(kind, segment ?? message.missingSegment(segmentName, after), {
        expected: grammar.text,
        data: { segment: segment?.path ?? segmentName, structure: grammar.id },
        constraintId: constraintOf(grammar),
      });
    }
  },
});
