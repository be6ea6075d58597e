import type { CantTell, Problem, Text } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { convertUcum, isUcumUnit } from '../ucum.js';
import { claimed } from './claimed.js';
import { kindOf, type MeasuredQuantity, measureOf, quantitiesOf } from './measures.js';
import { GLUCOSE_WEIGHT } from './plausibility.js';

/** Messages of the rules that judge a unit code: what the mistake is, when UCUM can tell. */
export const unitMessages = {
  convertible: {
    fr: '{path} : {value} « {found} » valent {converted} {expected}. Convertissez la valeur et écrivez {expected}.',
    en: '{path}: {value} "{found}" are {converted} {expected}. Convert the value and write {expected}.',
  },
  notUcum: {
    fr: '{path} : « {found} » n’est pas un code UCUM ; attendu {expected}, casse comprise.',
    en: '{path}: "{found}" is no UCUM code; expected {expected}, case included.',
  },
  otherQuantity: {
    fr: '{path} : « {found} » mesure autre chose que {expected}. Vérifiez l’unité et la mesure.',
    en: '{path}: "{found}" measures something else than {expected}. Check the unit and the measure.',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type UnitMessage = keyof typeof unitMessages;

/** Findings of a rule on units; a wrong code is explained by what it would convert to. */
export function* claimedUnits<Name extends string>(
  ruleId: string,
  messages: Readonly<Record<Name | UnitMessage, Text>>,
  resource: FhirResource,
  context: FhirContext,
): Generator<Problem<Name | UnitMessage> | CantTell> {
  const measure = measureOf(resource, context);
  const unit = (measure && kindOf(resource, measure)?.unit) ?? measure?.unit;
  const byPath = new Map<string, MeasuredQuantity>();
  for (const problem of claimed<Name | UnitMessage>(ruleId, messages, resource, context)) {
    if ('cantTell' in problem || unit === undefined || !problem.location.path.endsWith('Quantity.code')) {
      yield problem;
      continue;
    }
    if (byPath.size === 0) for (const each of quantitiesOf(resource.element)) byPath.set(pathOf(each, resource), each);
    const quantity = byPath.get(problem.location.path);
    yield quantity && quantity.code !== '' && quantity.code !== unit ? explained(problem, quantity, unit) : problem;
  }
}

const pathOf = ({ element }: MeasuredQuantity, { document }: FhirResource): string =>
  `${document.locate(element).path}.code`;

function explained<Name extends string>(
  problem: Problem<Name | UnitMessage>,
  { value, text, code }: MeasuredQuantity,
  unit: string,
): Problem<Name | UnitMessage> {
  const result = convertUcum(value, code, unit, GLUCOSE_WEIGHT);
  const converted = result === undefined ? '' : String(Number(result.toPrecision(6)));
  const messageId = result !== undefined ? 'convertible' : isUcumUnit(code) ? 'otherQuantity' : 'notUcum';
  return {
    ...problem,
    messageId,
    data: { ...problem.data, found: code, expected: unit, value: text, converted },
    found: code,
  };
}
