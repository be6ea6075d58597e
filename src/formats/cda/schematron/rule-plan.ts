import { type ContextPlan, planContext } from './context-search.js';
import { type Plan, planTest } from './leaf-plan.js';
import type { PlannedValue } from './leaf-run.js';
import { isLet, placedBody, type SchematronCheck, type SchematronLet, type SchematronRule } from './schematron.js';
import { constantOf, inline, type Scope, withLets } from './scope.js';

export interface PlannedCheck {
  /** With the id of its place. */
  readonly check: SchematronCheck;
  readonly plan: Plan;
  /** What the selects of its message give, planned when the check first fails. */
  readonly values: () => readonly PlannedValue[];
}

/** Plans of one schema. Rules that extend one abstract rule, hundreds in some kits, share the plans of its checks. */
export class Planner {
  readonly #global: Scope | undefined;
  readonly #scopes = new Map<Scope | undefined, Map<SchematronLet, Scope>>();
  readonly #plans = new Map<Scope | undefined, Map<string, Plan>>();

  constructor(lets: readonly SchematronLet[]) {
    this.#global = lets.reduce<Scope | undefined>(
      (outer, { name, value }) => ({ name, value, global: true, outer }),
      undefined,
    );
  }

  planBody(rule: SchematronRule, place: string): PlannedCheck[] {
    const checks: PlannedCheck[] = [];
    let scope = this.#global;
    for (const part of placedBody(rule, place)) {
      if (isLet(part)) scope = this.#scopeOf(part, scope);
      else checks.push({ check: part, plan: this.#planOf(part.test, scope), values: valuesOf(part, scope) });
    }
    return checks;
  }

  /** The same let after the same ones is the same variable. */
  #scopeOf(part: SchematronLet, outer: Scope | undefined): Scope {
    const known = inMap(this.#scopes, outer);
    const scope = known.get(part) ?? { name: part.name, value: part.value, global: false, outer };
    known.set(part, scope);
    return scope;
  }

  #planOf(test: string, scope: Scope | undefined): Plan {
    const known = inMap(this.#plans, scope);
    const plan = known.get(test) ?? planTest(test, scope);
    known.set(test, plan);
    return plan;
  }
}

function inMap<Key, Inner, Value>(maps: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  const map = maps.get(key) ?? new Map<Inner, Value>();
  maps.set(key, map);
  return map;
}

function valuesOf({ message }: SchematronCheck, scope: Scope | undefined): () => readonly PlannedValue[] {
  let planned: readonly PlannedValue[] | undefined;
  return () => {
    planned ??= message.flatMap((piece) => (typeof piece === 'string' ? [] : [planValue(piece.select, scope)]));
    return planned;
  };
}

function planValue(select: string, scope: Scope | undefined): PlannedValue {
  const constant = constantOf(select, scope);
  const xpath1 = constant === undefined ? inline(select, scope) : undefined;
  return { ...(constant !== undefined && { constant }), ...(xpath1 && { xpath1 }), xpath2: withLets(select, scope) };
}

/** A rule; its checks are planned when it first speaks of a node: in a kit, most never do. */
export class PlannedRule {
  readonly context: ContextPlan;
  #plan: { readonly checks: readonly PlannedCheck[]; readonly allPass: string | undefined } | undefined;

  constructor(
    readonly id: string,
    private readonly rule: SchematronRule,
    private readonly planner: Planner,
  ) {
    this.context = planContext(rule.context);
  }

  /** Its checks, and one expression that is true when every check passes; undefined when they are not all for libxml2. */
  get plan() {
    if (!this.#plan) {
      const checks = this.planner.planBody(this.rule, this.id);
      this.#plan = { checks, allPass: allPassOf(checks) };
    }
    return this.#plan;
  }
}

/** Longest expression worth joining; libxml2 has limits of its own. */
const LONGEST_JOINED = 8000;

function allPassOf(checks: readonly PlannedCheck[]): string | undefined {
  const parts = checks.map(({ check, plan }) => {
    const only = 'xpath1' in plan && plan.xpath1.parts.length === 1 ? plan.xpath1.parts[0] : undefined;
    if (typeof only !== 'string') return undefined;
    return check.kind === 'assert' ? `boolean(${only})` : `not(${only})`;
  });
  if (parts.length < 2 || parts.some((part) => part === undefined)) return undefined;
  const joined = parts.join(' and ');
  return joined.length > LONGEST_JOINED ? undefined : joined;
}
