import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { rowProblem } from './row-problem.js';
import { hl7 } from './sources.js';
import { walkOf } from './walk.js';

export const dataTypeFormat = defineRule<Hl7v2Message, Hl7v2Context, 'wrongForm'>({
  id: 'hl7v2/data-type-format',
  subject: 'hl7v2/message',
  title: { fr: 'Les valeurs ont la forme de leur type', en: 'Values have the form of their type' },
  why: {
    fr: 'Une date, un nombre ou un code mal formé n’est pas lu, ou est lu de travers : une date de naissance fausse désigne un autre patient.',
    en: 'A malformed date, number or code is not read, or is read wrong: a wrong birth date names another patient.',
  },
  repair: {
    fr: 'Écrivez la valeur sous la forme attendue ; une date inconnue en partie s’écrit tronquée (1979, 197903).',
    en: 'Write the value in the expected form; a date that is known in part is written cut short (1979, 197903).',
  },
  severity: 'error',
  trust: 'standard',
  spec: [hl7('2A, data types'), { standard: 'IHE France DT 1.8.2', section: '§N.5' }],
  hl7Error: '102',
  messages: {
    wrongForm: {
      fr: '{path} ({nameFr}) : « {found} » n’est pas une valeur de type {type}, de forme {expected}',
      en: '{path} ({nameEn}): "{found}" is not a value of type {type}, of form {expected}',
    },
  },
  *check(message, context) {
    for (const { element, plan, type } of walkOf(message, context.profile).leaves) {
      const { format } = type;
      // A code outside its table is said by the rules of tables.
      if (!format || !plan.isJudged || plan.coded) continue;
      const { text } = element;
      if (format.fits(text)) continue;
      const facts = { found: text, expected: format.form, data: { type: type.name }, severity: 'error' } as const;
      yield rowProblem('wrongForm', element, plan.row, context, facts);
    }
  },
});
