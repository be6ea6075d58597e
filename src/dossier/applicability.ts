import type { ApplicabilityRule, Condition, FactName, Facts, Requirement } from './referential/types.js';
import { STANDINGS } from './referential/types.js';

/** What the rules say of one requirement for one product. */
export type Applicability =
  | { readonly state: 'applies'; readonly rule?: ApplicabilityRule }
  | { readonly state: 'not-applicable'; readonly rule: ApplicabilityRule }
  | { readonly state: 'undecided'; readonly missing: readonly FactName[] };

/**
 * Decides with the rule of the best standing; at equal standing "applies" wins, because a proof too many harms nobody.
 * A rule that waits for a fact the dossier does not state leaves the requirement undecided: never assumed.
 */
export function decideApplicability(requirement: Requirement, facts: Facts): Applicability {
  for (const standing of STANDINGS) {
    const rules = requirement.rules.filter((rule) => rule.standing === standing);
    const holding = rules.filter(({ when }) => evaluate(when, facts) === true);
    const applies = holding.find(({ effect }) => effect === 'applies');
    const waiting = rules.filter(({ when }) => evaluate(when, facts) === undefined);
    if (applies) return { state: 'applies', rule: applies };
    if (waiting.length > 0) return { state: 'undecided', missing: missingFacts(waiting, facts) };
    const [rule] = holding;
    if (rule) return { state: 'not-applicable', rule };
  }
  return requirement.unsettled ? { state: 'undecided', missing: [] } : { state: 'applies' };
}

/** True, false, or undefined when a fact it turns on is not stated (Kleene's three values). */
export function evaluate(condition: Condition, facts: Facts): boolean | undefined {
  if ('fact' in condition) {
    const value = facts[condition.fact];
    return value === undefined ? undefined : value === condition.is;
  }
  if ('not' in condition) {
    const inner = evaluate(condition.not, facts);
    return inner === undefined ? undefined : !inner;
  }
  const isAll = 'all' in condition;
  const values = (isAll ? condition.all : condition.any).map((part) => evaluate(part, facts));
  if (values.includes(!isAll)) return !isAll;
  return values.includes(undefined) ? undefined : isAll;
}

function missingFacts(rules: readonly ApplicabilityRule[], facts: Facts): FactName[] {
  const asked = rules.flatMap(({ when }) => [...factsOf(when)]);
  return [...new Set(asked)].filter((fact) => facts[fact] === undefined);
}

function* factsOf(condition: Condition): Generator<FactName> {
  if ('fact' in condition) yield condition.fact;
  else if ('not' in condition) yield* factsOf(condition.not);
  else for (const part of 'all' in condition ? condition.all : condition.any) yield* factsOf(part);
}
