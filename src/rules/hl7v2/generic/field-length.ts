import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { isLonger, lengthOf } from './lengths.js';
import { rowProblem } from './row-problem.js';
import { hl7 } from './sources.js';
import { walkOf } from './walk.js';

export const fieldLength = defineRule<Hl7v2Message, Hl7v2Context, 'tooLong'>({
  id: 'hl7v2/field-length',
  subject: 'hl7v2/message',
  title: { fr: 'Les champs tiennent dans leur longueur', en: 'Fields keep to their length' },
  why: {
    fr: 'Au-delà de la longueur du profil, un destinataire peut couper la valeur sans le dire.',
    en: 'Beyond the length of the profile, a receiver may cut the value without saying so.',
  },
  repair: {
    fr: 'Raccourcissez la valeur, ou convenez d’une longueur plus grande avec le destinataire.',
    en: 'Shorten the value, or agree on a greater length with the receiver.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [hl7('2, maximum length')],
  messages: {
    tooLong: {
      fr: '{path} ({nameFr}) : {found} caractères, {expected} au plus',
      en: '{path} ({nameEn}): {found} characters, {expected} at most',
    },
  },
  *check(message, context) {
    for (const { element, plan } of walkOf(message, context.profile).fields) {
      const { length } = plan.row;
      // In bytes first: the whole field is rarely longer than one of its occurrences may be.
      if (length === undefined || element.length <= length || !plan.isJudged || plan.isForbidden) continue;
      for (const repetition of element.repetitions) {
        if (!isLonger(repetition, length)) continue;
        const facts = { found: String(lengthOf(repetition)), expected: String(length), severity: 'warning' } as const;
        yield rowProblem('tooLong', repetition, plan.row, context, facts);
      }
    }
  },
});
