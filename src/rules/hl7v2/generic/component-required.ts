import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { appendixC } from '../sources.js';
import { cardinalityOf, rowProblem } from './row-problem.js';
import { hl7 } from './sources.js';
import { partOf, walkOf } from './walk.js';

export const componentRequired = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'hl7v2/component-required',
  subject: 'hl7v2/message',
  title: { fr: 'Les composants requis sont renseignés', en: 'Required components are populated' },
  why: {
    fr: 'Un type de données sans son composant requis n’a pas de sens : un identifiant sans valeur, une date sans date.',
    en: 'A data type without its required component means nothing: an identifier without a value, a date without a date.',
  },
  repair: {
    fr: 'Renseignez le composant, ou videz toute la valeur si vous ne la connaissez pas.',
    en: 'Populate the component, or empty the whole value if you do not know it.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.1'), hl7('2A, data types')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} ({nameFr}) est requis dans le type {type} et n’est pas renseigné',
      en: '{path} ({nameEn}) is required in type {type} and is not populated',
    },
  },
  *check(message, context) {
    for (const { element, type, isJudged } of walkOf(message, context.profile).composites) {
      if (!isJudged || type.required.length === 0 || !element.isValued) continue;
      for (const { row } of type.required) {
        const part = partOf(element, row.position);
        if (part.isValued) continue;
        yield rowProblem('missing', part, row, context, {
          expected: cardinalityOf(row),
          data: { type: type.name },
          severity: 'error',
        });
      }
    }
  },
});
