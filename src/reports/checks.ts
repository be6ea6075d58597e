import {
  type Finding,
  isFailing,
  type JudgedItem,
  type Language,
  type Outcome,
  type RuleEntry,
  type RunResult,
  type StepResult,
} from '../core/index.js';
import { arrangeFindings, type RuleFindings, ruleOf } from './arrange.js';
import { LABELS, OUTCOME_WORDS } from './labels.js';
import { stepNoteOrOutcome } from './step-notes.js';
import { verdictSentence } from './verdict.js';

/** One thing that came to an end: a rule on an item, a step, an item no rule could judge, the run itself. */
export interface Check {
  /** Rule id, step id, item id, `verdict`. */
  readonly id: string;
  readonly title: string;
  /** `passed` for a rule whose findings are all lighter than an error, or were provoked or suppressed. */
  readonly outcome: Outcome;
  /** Why, when a person asks; filled for every outcome but `passed`. */
  readonly reason: string;
  readonly rule?: RuleEntry;
  readonly findings: readonly Finding[];
  /** Counted by the judge and left out of the result. */
  readonly unlisted: number;
  readonly requirementIds: readonly string[];
}

export interface CheckGroup {
  readonly kind: 'steps' | 'item' | 'others' | 'verdict';
  readonly title: string;
  readonly item?: JudgedItem;
  readonly checks: readonly Check[];
}

/** True when a finding makes its rule fail. */
export function countsAgainst(finding: Finding): boolean {
  return isFailing(finding.severity) && !finding.provoked && !finding.suppressed;
}

/**
 * The result as flat checks, for formats that know a list of assertions. A group `verdict` tells the outcome of the run
 * when no check does: nothing judged, or a run cut short. The result must be prepared (masked, printable).
 */
export function checksOf(result: RunResult, language: Language): CheckGroup[] {
  const { items, others } = arrangeFindings(result);
  const groups: CheckGroup[] = [
    { kind: 'steps', title: LABELS.steps[language], checks: result.steps.map((step) => stepCheck(step, language)) },
    ...items.map(({ item, failed }) => itemGroup(item, failed, result, language)),
    {
      kind: 'others',
      title: LABELS.otherFindings[language],
      checks: others.map((group) => otherCheck(group, language)),
    },
  ];
  const told = groups.filter(({ checks }) => checks.length > 0);
  return isTold(result, told) ? told : [...told, verdictGroup(result, language)];
}

function isTold({ outcome, incomplete }: RunResult, groups: readonly CheckGroup[]): boolean {
  const outcomes = groups.flatMap(({ checks }) => checks.map((check) => check.outcome));
  return !incomplete && outcomes.includes(outcome);
}

function verdictGroup(result: RunResult, language: Language): CheckGroup {
  const { outcome, incomplete } = result;
  const text = `${verdictSentence(result, language)}${incomplete ? ` ${LABELS.incomplete[language]}` : ''}`;
  const title = LABELS.verdict[language];
  // A run cut short proves nothing beyond what it recorded.
  const told = incomplete && outcome !== 'failed' ? 'cantTell' : outcome;
  const own = { id: 'verdict', title, outcome: told, reason: text, findings: [], unlisted: 0, requirementIds: [] };
  return { kind: 'verdict', title, checks: [own] };
}

function stepCheck(step: StepResult, language: Language): Check {
  const reason = stepNoteOrOutcome(step, language);
  const { id, outcome, requirementIds } = step;
  return { id, title: step.title[language], outcome, reason, findings: [], unlisted: 0, requirementIds };
}

function itemGroup(
  item: JudgedItem,
  failed: readonly RuleFindings[],
  result: RunResult,
  language: Language,
): CheckGroup {
  const found = new Map(failed.map((group) => [group.ruleId, group]));
  const checks = item.rules.map(({ ruleId, outcome, severity, reason }): Check => {
    const rule = ruleOf(result, ruleId);
    const group = found.get(ruleId);
    const findings = group?.findings ?? [];
    const unlisted = group?.unlisted ?? 0;
    const hidden = unlisted > 0 && isFailing(severity ?? 'error') && findings.every((finding) => !excused(finding));
    const fails = hidden || findings.some(countsAgainst) || (findings.length === 0 && isFailing(severity ?? 'error'));
    const told =
      outcome === 'failed' && (!fails || item.expected === true || item.suppressed === true) ? 'passed' : outcome;
    return {
      id: ruleId,
      title: rule?.title[language] ?? ruleId,
      outcome: told,
      reason: reason?.[language] ?? OUTCOME_WORDS[outcome][language],
      ...(rule && { rule }),
      findings,
      unlisted,
      requirementIds: rule?.requirementIds ?? [],
    };
  });
  return { kind: 'item', title: item.title, item, checks: checks.length > 0 ? checks : [unjudged(item, language)] };
}

const excused = (finding: Finding) => finding.provoked === true || finding.suppressed !== undefined;

function unjudged(item: JudgedItem, language: Language): Check {
  const reason = item.reason?.[language] ?? OUTCOME_WORDS[item.outcome][language];
  const { id, title, outcome } = item;
  return { id, title, outcome, reason, findings: [], unlisted: 0, requirementIds: [] };
}

function otherCheck({ ruleId, rule, findings, unlisted }: RuleFindings, language: Language): Check {
  return {
    id: ruleId,
    title: rule?.title[language] ?? ruleId,
    outcome: findings.some(countsAgainst) ? 'failed' : 'passed',
    reason: '',
    ...(rule && { rule }),
    findings,
    unlisted,
    requirementIds: rule?.requirementIds ?? [],
  };
}

/**
 * Outcome of the run as formats with three words must tell it: a run cut short, or one where nothing was decided, is
 * neither a success nor a failure.
 */
export function overallOf({ outcome, incomplete }: RunResult): 'passed' | 'failed' | 'undecided' {
  if (outcome === 'failed') return 'failed';
  return outcome === 'passed' && !incomplete ? 'passed' : 'undecided';
}
