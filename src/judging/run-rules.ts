import {
  type CantTell,
  type Excerpt,
  type Finding,
  type Location,
  type Outcome,
  type Problem,
  type RuleOutcome,
  SEVERITIES,
  type Severity,
  type Text,
} from '../core/index.js';
import { type ActiveRule, severityOf } from './rule-sets.js';

/** Findings kept of one rule on one item; all are counted. A broken 100,000-segment message must not fill the memory. */
export const MAX_FINDINGS_PER_RULE = 200;

export interface Judgement {
  readonly rules: readonly RuleOutcome[];
  readonly findings: readonly Finding[];
  readonly outcome: Outcome;
  /** Why, when no rule tells it. */
  readonly reason?: Text;
}

export interface JudgeSubject {
  readonly subject: unknown;
  readonly context: unknown;
  readonly evidenceId: string;
  readonly itemId: string;
  /** Lower French obligations (see Pack.lowerFrenchWhenUndeclared). */
  readonly lowered: boolean;
  /** The line around a location of that evidence item, for people. */
  readonly excerptOf?: (location: Location, evidenceId: string) => Excerpt | undefined;
}

/** Runs rules on one subject. A rule that throws is a `cantTell` with its fault, and the next rule runs. */
export function runRules(active: readonly ActiveRule[], on: JudgeSubject): Judgement {
  const rules: RuleOutcome[] = [];
  const findings: Finding[] = [];
  let outcome: Outcome = active.length === 0 ? 'untested' : 'inapplicable';
  for (const entry of active) {
    const result = runRule(entry, on, findings);
    rules.push(result);
    if (result === entry.inapplicable || outcome === 'failed') continue;
    outcome = weigh(outcome, result, entry, on.lowered);
  }
  return { rules, findings, outcome };
}

/** The outcome of the whole after one more rule that applied. */
function weigh(before: Outcome, result: RuleOutcome, entry: ActiveRule, lowered: boolean): Outcome {
  if (result.outcome === 'failed' && isFailing(result.severity)) return 'failed';
  // Not knowing about a lighter obligation does not make the whole inconclusive; a lighter finding beside it decides nothing.
  const isOpen = result.reason !== undefined && isFailing(severityOf(entry, undefined, lowered));
  return isOpen || before === 'cantTell' ? 'cantTell' : 'passed';
}

function isFailing(severity: Severity | undefined): boolean {
  return severity === 'error' || severity === 'fatal';
}

function runRule(entry: ActiveRule, on: JudgeSubject, findings: Finding[]): RuleOutcome {
  const { rule, appliesTo, check } = entry;
  let count = 0;
  let heaviest: Severity | undefined;
  let reason: Text | undefined;
  try {
    if (appliesTo !== undefined && !appliesTo.call(rule, on.subject, on.context)) return entry.inapplicable;
    for (const problem of check.call(rule, on.subject, on.context)) {
      if (isCantTell(problem)) {
        reason ??= problem.cantTell;
        continue;
      }
      const severity = severityOf(entry, problem.severity, on.lowered);
      count += 1;
      heaviest = heavier(heaviest, severity);
      if (count <= MAX_FINDINGS_PER_RULE) findings.push(toFinding(entry, problem, severity, on));
    }
  } catch (error) {
    reason = faultOf(error);
  }
  if (heaviest !== undefined) {
    const failed = { ruleId: rule.id, outcome: 'failed', severity: heaviest, findings: count } as const;
    return reason ? { ...failed, reason } : failed;
  }
  if (reason) return { ruleId: rule.id, outcome: 'cantTell', findings: 0, reason };
  return entry.passed;
}

function isCantTell(problem: Problem | CantTell): problem is CantTell {
  return 'cantTell' in problem;
}

function heavier(left: Severity | undefined, right: Severity): Severity {
  if (left === undefined) return right;
  return SEVERITIES.indexOf(left) <= SEVERITIES.indexOf(right) ? left : right;
}

/** Only the kind of fault is told: its message could quote the document. */
function faultOf(error: unknown): Text {
  const name = error instanceof Error ? error.name : typeof error;
  return {
    fr: `La règle s’est interrompue sur une erreur interne (${name}) ; merci de le signaler`,
    en: `The rule stopped on an internal error (${name}); please report it`,
  };
}

function toFinding(entry: ActiveRule, problem: Problem, severity: Severity, on: JudgeSubject): Finding {
  const { messageId, location, data, expected, expectedIsPersonal, found, constraintId } = problem;
  const evidenceId = problem.evidenceId ?? on.evidenceId;
  const excerpt = on.excerptOf?.(location, evidenceId);
  const { requirementIds } = entry.rule;
  return {
    ruleId: entry.rule.id,
    ...(constraintId !== undefined && { constraintId }),
    severity,
    messageId,
    ...(data && { data }),
    ...(expected !== undefined && { expected }),
    ...(expectedIsPersonal && { expectedIsPersonal }),
    ...(found !== undefined && { found }),
    location,
    evidenceId,
    itemId: on.itemId,
    ...(requirementIds && { requirementIds }),
    ...(excerpt && { excerpt }),
  };
}
