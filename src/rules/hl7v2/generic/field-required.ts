import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { appendixC } from '../sources.js';
import { cardinalityOf, rowProblem } from './row-problem.js';
import { walkOf } from './walk.js';

export const fieldRequired = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'hl7v2/field-required',
  subject: 'hl7v2/message',
  title: { fr: 'Les champs requis sont renseignés', en: 'Required fields are populated' },
  why: {
    fr: 'Le destinataire compte sur tout champ d’usage R : sans lui il rejette le message (AE, 101) ou perd l’information.',
    en: 'A receiver relies on every field of usage R: without it, it rejects the message (AE, 101) or loses the information.',
  },
  repair: {
    fr: 'Renseignez le champ. Si votre système ne connaît pas la valeur, voyez ce que le profil prévoit pour une valeur inconnue.',
    en: 'Populate the field. If your system does not know the value, see what the profile provides for an unknown value.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.1')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} ({nameFr}) est requis et n’est pas renseigné',
      en: '{path} ({nameEn}) is required and is not populated',
    },
  },
  *check(message, context) {
    for (const { segment, plan } of walkOf(message, context.profile).segments) {
      for (const { row } of plan.required) {
        const field = segment.field(row.position);
        if (!field.isValued)
          yield rowProblem('missing', field, row, context, { expected: cardinalityOf(row), severity: 'error' });
      }
    }
  },
});
