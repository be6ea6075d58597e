import {
  type Finding,
  lowerSeverity,
  type Rule,
  type RuleEntry,
  type RuleOutcome,
  type Severity,
  type SubjectKind,
} from '../core/index.js';
import type { Pack } from '../packs/index.js';
import { rowRules } from '../rules/cda/rows/row-rules.js';

/** A rule as a pack turns it on. */
export interface ActiveRule {
  readonly rule: Rule<unknown, unknown>;
  /** Those of the rule: rules are objects of many shapes, and looking a method up in each costs more than most rules. */
  readonly appliesTo: Rule<unknown, unknown>['appliesTo'];
  readonly check: Rule<unknown, unknown>['check'];
  /** The pack's severity for it, when it says one. */
  readonly override: Severity | undefined;
  /** The two outcomes without findings are the same object every time: most rules end so on most messages. */
  readonly passed: RuleOutcome;
  readonly inapplicable: RuleOutcome;
}

const cache = new WeakMap<Pack, Map<SubjectKind, readonly ActiveRule[]>>();

/** Rules of a pack for a kind of subject, in the order of the rule set. `rules` is always the same list: see judge. */
export function activeRules(
  pack: Pack,
  subject: SubjectKind,
  rules: readonly Rule<never, never>[],
): readonly ActiveRule[] {
  let bySubject = cache.get(pack);
  if (!bySubject) {
    bySubject = groupBySubject(pack, rules);
    cache.set(pack, bySubject);
  }
  return bySubject.get(subject) ?? [];
}

function groupBySubject(pack: Pack, rules: readonly Rule<never, never>[]): Map<SubjectKind, ActiveRule[]> {
  const groups = new Map<SubjectKind, ActiveRule[]>();
  for (const rule of [...rules, ...rulesOfRows(pack)]) {
    const severity = pack.severities[rule.id];
    if (!isTurnedOn(pack, rule.id) || severity === 'off') continue;
    const active = toActive(rule, severity);
    const group = groups.get(rule.subject);
    if (group) group.push(active);
    else groups.set(rule.subject, [active]);
  }
  return groups;
}

/** The judge gives every rule a subject of its kind: that is the one place where the two types meet. */
export function toActive(rule: Rule<never, never>, override?: Severity): ActiveRule {
  const own = rule as unknown as Rule<unknown, unknown>;
  return {
    rule: own,
    appliesTo: own.appliesTo,
    check: own.check,
    override,
    passed: { ruleId: rule.id, outcome: 'passed', findings: 0 },
    inapplicable: { ruleId: rule.id, outcome: 'inapplicable', findings: 0 },
  };
}

/** Rules that a pack brings itself, as rows. */
function rulesOfRows(pack: Pack): readonly Rule<never, never>[] {
  return pack.cda ? rowRules(pack.cda.content) : [];
}

/** The last pattern of the pack that fits the id decides. */
export function isTurnedOn(pack: Pack, ruleId: string): boolean {
  let on = false;
  for (const entry of pack.rules) {
    const off = entry.startsWith('!');
    const pattern = off ? entry.slice(1) : entry;
    const fits = pattern.endsWith('*') ? ruleId.startsWith(pattern.slice(0, -1)) : ruleId === pattern;
    if (fits) on = !off;
  }
  return on;
}

/** The pack's word, else the problem's own, else the rule's; French obligations weigh less on undeclared messages. */
export function severityOf(active: ActiveRule, own: Severity | undefined, lowered: boolean): Severity {
  const severity = active.override ?? own ?? active.rule.severity;
  return lowered && active.rule.french ? lowerSeverity(severity) : severity;
}

const catalogues = new WeakMap<readonly ActiveRule[], Readonly<Record<string, RuleEntry>>>();

/** Catalogue entries of the rules of these sets, by id in order. */
export function catalogueOf(sets: readonly (readonly ActiveRule[])[]): Readonly<Record<string, RuleEntry>> {
  const [only] = sets;
  if (!only || sets.length > 1) return makeCatalogue(sets);
  // One set is the case of each message judged alone, thousands of times a second.
  let catalogue = catalogues.get(only);
  if (!catalogue) {
    catalogue = makeCatalogue(sets);
    catalogues.set(only, catalogue);
  }
  return catalogue;
}

function makeCatalogue(sets: readonly (readonly ActiveRule[])[]): Readonly<Record<string, RuleEntry>> {
  const entries = sets.flat().map(({ rule }): [string, RuleEntry] => [rule.id, toEntry(rule)]);
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The catalogue part of a rule: what can be written down. */
function toEntry(rule: Rule<unknown, unknown>): RuleEntry {
  const { appliesTo: _appliesTo, check: _check, subject: _subject, ...entry } = rule;
  return entry;
}

const codes = new WeakMap<readonly Rule<never, never>[], ReadonlyMap<string, string>>();

/** HL7 table 0357 codes by rule id, and by `rule id/message id` where a message has its own. */
function hl7ErrorsOf(rules: readonly Rule<never, never>[]): ReadonlyMap<string, string> {
  let known = codes.get(rules);
  if (!known) {
    known = new Map(
      rules.flatMap(({ id, hl7Error, hl7ErrorOf = {} }): [string, string][] => [
        ...(hl7Error ? [[id, hl7Error] as [string, string]] : []),
        ...Object.entries(hl7ErrorOf).map(([messageId, code]): [string, string] => [`${id}/${messageId}`, code]),
      ]),
    );
    codes.set(rules, known);
  }
  return known;
}

/** HL7 table 0357 code an acknowledgement would carry for a finding. */
export function hl7ErrorOf(
  rules: readonly Rule<never, never>[],
  { ruleId, messageId }: Pick<Finding, 'ruleId' | 'messageId'>,
): string | undefined {
  const known = hl7ErrorsOf(rules);
  return known.get(`${ruleId}/${messageId}`) ?? known.get(ruleId);
}
