import { defineRule } from '../../../core/index.js';
import type { Element, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { appendixC } from '../sources.js';
import { rowProblem } from './row-problem.js';
import type { ElementPlan } from './rows.js';
import { walkOf } from './walk.js';

export const fixedValue = defineRule<Hl7v2Message, Hl7v2Context, 'otherValue'>({
  id: 'hl7v2/fixed-value',
  subject: 'hl7v2/message',
  title: { fr: 'Les valeurs fixes sont respectées', en: 'Fixed values are kept' },
  why: {
    fr: 'Le profil n’admet qu’une valeur à cette place ; une autre change le sens du message.',
    en: 'The profile allows only one value in this place; another one changes the meaning of the message.',
  },
  repair: { fr: 'Envoyez la valeur attendue.', en: 'Send the expected value.' },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.1')],
  hl7Error: '102',
  messages: {
    otherValue: {
      fr: '{path} ({nameFr}) : « {found} » au lieu de « {expected} »',
      en: '{path} ({nameEn}): "{found}" instead of "{expected}"',
    },
  },
  *check(message, context) {
    const { fields, components } = walkOf(message, context.profile);
    for (const { element, plan } of fields) {
      if (!isFixed(plan)) continue;
      for (const repetition of element.repetitions) yield* problemOf(repetition, plan, context);
    }
    for (const { element, plan } of components) if (isFixed(plan)) yield* problemOf(element, plan, context);
  },
});

function isFixed({ row, isJudged }: ElementPlan): boolean {
  return row.fixed !== undefined && isJudged;
}

function* problemOf(element: Element, { row }: ElementPlan, context: Hl7v2Context) {
  const { fixed: expected } = row;
  const found = element.text;
  if (expected === undefined || found === expected) return;
  yield rowProblem('otherValue', element, row, context, { found, expected, severity: 'error' });
}
