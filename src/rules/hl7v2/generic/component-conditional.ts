import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { appendixC } from '../sources.js';
import { conditionBroken } from './condition.js';
import { describePredicate } from './describe-predicate.js';
import { rowProblem } from './row-problem.js';
import { partOf, walkOf } from './walk.js';

export const componentConditional = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'notAllowed'>({
  id: 'hl7v2/component-conditional',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les composants conditionnels suivent leur condition',
    en: 'Conditional components follow their condition',
  },
  why: {
    fr: 'Certains composants ne valent qu’ensemble : un OID sans son type n’identifie aucune autorité.',
    en: 'Some components only count together: an OID without its type names no authority.',
  },
  repair: {
    fr: 'Renseignez ou videz le composant selon la condition.',
    en: 'Populate or empty the component as the condition says.',
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
    for (const { element, type, isJudged } of walkOf(message, context.profile).composites) {
      if (!isJudged || type.conditional.length === 0) continue;
      const scope = { message, segment: element.segment, partAt: (position: number) => partOf(element, position) };
      for (const { row } of type.conditional) {
        const part = partOf(element, row.position);
        const broken = conditionBroken(row, part, scope);
        if (!broken) continue;
        const condition = describePredicate(row.predicate);
        const data = { conditionFr: condition.fr, conditionEn: condition.en };
        const facts = { found: part.text, data, severity: 'error' } as const;
        yield rowProblem(broken, part, row, context, facts);
      }
    }
  },
});
