import { lowerSeverity, type Rule, type Severity, type SubjectKind } from '../core/index.js';
import type { Pack } from '../packs/index.js';

/** A rule as a pack turns it on. */
export interface ActiveRule {
  readonly rule: Rule<unknown, unknown>;
  /** The pack's severity for it, when it says one. */
  readonly override: Severity | undefined;
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
  for (const rule of rules) {
    const severity = pack.severities[rule.id];
    if (!isTurnedOn(pack, rule.id) || severity === 'off') continue;
    // The judge gives every rule a subject of its kind: that is the one place where the two types meet.
    const active: ActiveRule = { rule: rule as unknown as Rule<unknown, unknown>, override: severity };
    const group = groups.get(rule.subject);
    if (group) group.push(active);
    else groups.set(rule.subject, [active]);
  }
  return groups;
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
