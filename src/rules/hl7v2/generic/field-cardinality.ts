import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { rowProblem } from './row-problem.js';
import { hl7 } from './sources.js';
import { walkOf } from './walk.js';

export const fieldCardinality = defineRule<Hl7v2Message, Hl7v2Context, 'tooMany'>({
  id: 'hl7v2/field-cardinality',
  subject: 'hl7v2/message',
  title: { fr: 'Les champs se répètent autant de fois que permis', en: 'Fields repeat as often as allowed' },
  why: {
    fr: 'Un destinataire ne lit souvent que la première occurrence d’un champ non répétable : les suivantes sont perdues.',
    en: 'A receiver often reads only the first occurrence of a field that does not repeat: the others are lost.',
  },
  repair: {
    fr: 'Gardez le nombre d’occurrences permis, et échappez par \\R\\ un « ~ » qui fait partie du texte.',
    en: 'Keep to the number of occurrences allowed, and escape a "~" that is part of the text as \\R\\.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [hl7('2, repetition')],
  hl7Error: '102',
  messages: {
    tooMany: {
      fr: '{path} ({nameFr}) : {found} occurrences, {expected} au plus',
      en: '{path} ({nameEn}): {found} occurrences, {expected} at most',
    },
  },
  *check(message, context) {
    for (const { element, plan } of walkOf(message, context.profile).fields) {
      const { max } = plan.row;
      if (max === null || max === 0 || element.repetitions.length <= max || !plan.isJudged) continue;
      const facts = { found: String(element.repetitions.length), expected: String(max), severity: 'error' } as const;
      yield rowProblem('tooMany', element.repetition(max + 1), plan.row, context, facts);
    }
  },
});
