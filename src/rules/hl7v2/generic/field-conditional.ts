import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { appendixC } from '../sources.js';
import { conditionBroken } from './condition.js';
import { describePredicate } from './describe-predicate.js';
import { rowProblem } from './row-problem.js';
import { walkOf } from './walk.js';

export const fieldConditional = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'notAllowed'>({
  id: 'hl7v2/field-conditional',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les champs conditionnels suivent leur condition',
    en: 'Conditional fields follow their condition',
  },
  why: {
    fr: 'Un champ conditionnel (C, CE) n’a de sens que dans le cas que le profil décrit : ailleurs il contredit le message, et dans ce cas il est attendu.',
    en: 'A conditional field (C, CE) only makes sense in the case the profile describes: elsewhere it contradicts the message, and in that case it is expected.',
  },
  repair: {
    fr: 'Renseignez ou videz le champ selon la condition, ou corrigez le champ dont elle dépend.',
    en: 'Populate or empty the field as the condition says, or correct the field it depends on.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.1')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} ({nameFr}) est requis quand {conditionFr}',
      en: '{path} ({nameEn}) is required when {conditionEn}',
    },
    notAllowed: {
      fr: '{path} ({nameFr}) ne doit être renseigné que quand {conditionFr}',
      en: '{path} ({nameEn}) may only be populated when {conditionEn}',
    },
  },
  *check(message, context) {
    for (const { segment, plan } of walkOf(message, context.profile).segments) {
      for (const { row } of plan.conditional) {
        const field = segment.field(row.position);
        const broken = conditionBroken(row, field, { message, segment });
        if (!broken) continue;
        const condition = describePredicate(row.predicate);
        const data = { conditionFr: condition.fr, conditionEn: condition.en };
        const facts = { found: field.text, data, severity: 'error' } as const;
        yield rowProblem(broken, field, row, context, facts);
      }
    }
  },
});
