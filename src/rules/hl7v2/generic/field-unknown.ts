import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { constraintOf } from './row-problem.js';
import { hl7 } from './sources.js';
import { walkOf } from './walk.js';

export const fieldUnknown = defineRule<Hl7v2Message, Hl7v2Context, 'unknown'>({
  id: 'hl7v2/field-unknown',
  subject: 'hl7v2/message',
  title: {
    fr: 'Aucune valeur au-delà du dernier champ d’un segment',
    en: 'No value beyond the last field of a segment',
  },
  why: {
    fr: 'Un destinataire ignore les champs qu’il ne connaît pas : la valeur est perdue, et c’est souvent le signe d’un séparateur de trop.',
    en: 'A receiver ignores fields it does not know: the value is lost, and it is often the sign of one separator too many.',
  },
  repair: {
    fr: 'Comptez les séparateurs du segment, ou retirez la valeur.',
    en: 'Count the separators of the segment, or remove the value.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [hl7('2, message construction rules')],
  messages: {
    unknown: {
      fr: '{path} contient une valeur ; le segment s’arrête au champ {expected}',
      en: '{path} holds a value; the segment ends at field {expected}',
    },
  },
  *check(message, context) {
    for (const { element, plan } of walkOf(message, context.profile).unknownFields) {
      const expected = String(plan.fields.length - 1);
      yield problemAt('unknown', element, { found: element.text, expected, constraintId: constraintOf(plan.row) });
    }
  },
});
