import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { isLonger, lengthOf } from './lengths.js';
import { rowProblem } from './row-problem.js';
import { hl7 } from './sources.js';
import { walkOf } from './walk.js';

export const componentLength = defineRule<Hl7v2Message, Hl7v2Context, 'tooLong'>({
  id: 'hl7v2/component-length',
  subject: 'hl7v2/message',
  title: { fr: 'Les composants tiennent dans leur longueur', en: 'Components keep to their length' },
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
  spec: [hl7('2, maximum length'), hl7('2A, data types')],
  messages: {
    tooLong: {
      fr: '{path} ({nameFr}) : {found} caractères, {expected} au plus',
      en: '{path} ({nameEn}): {found} characters, {expected} at most',
    },
  },
  *check(message, context) {
    for (const { element, plan } of walkOf(message, context.profile).components) {
      const { length } = plan.row;
      if (length === undefined || !plan.isJudged || plan.isForbidden || !isLonger(element, length)) continue;
      const facts = { found: String(lengthOf(element)), expected: String(length), severity: 'warning' } as const;
      yield rowProblem('tooLong', element, plan.row, context, facts);
    }
  },
});
