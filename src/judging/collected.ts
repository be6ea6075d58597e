import {
  type EvidenceItem,
  type Finding,
  isFailing,
  type JudgedItem,
  type Outcome,
  type OutcomeCounts,
  type OutcomeTally,
  type RuleOutcome,
  SEVERITIES,
  type Severity,
  type Text,
} from '../core/index.js';
import { MAX_FINDINGS_PER_RULE } from './run-rules.js';

/** Resources of one NDJSON file or Bundle that keep an item of their own; the others share one, so that the result stays bounded. */
export const MAX_RESOURCES_APART = 100;

/** Items and findings as judging makes them, and the counts of all of them. */
export class Collected {
  readonly items: JudgedItem[] = [];
  readonly findings: Finding[] = [];
  readonly #counts = { items: { ...NO_OUTCOME }, rules: { ...NO_OUTCOME }, findings: { ...NO_FINDING } };
  #together: Map<string, TogetherItem> | undefined;

  add(item: JudgedItem, findings: readonly Finding[]): void {
    this.#count(item, findings);
    if (this.#together === undefined) {
      this.items.push(item);
      this.findings.push(...findings);
      return;
    }
    const key = item.packs.join(' ');
    let shared = this.#together.get(key);
    if (!shared) {
      shared = new TogetherItem(item, this.#together.size);
      this.#together.set(key, shared);
    }
    shared.add(item, findings);
  }

  /** What is added from now on shares one item for each pack. */
  beginTogether(): void {
    this.#together = new Map();
  }

  endTogether(evidence: EvidenceItem): void {
    for (const shared of this.#together?.values() ?? []) {
      const { item, findings } = shared.finish(evidence.name);
      this.items.push(item);
      this.findings.push(...findings);
    }
    this.#together = undefined;
  }

  counts(): OutcomeCounts {
    return this.#counts;
  }

  #count(item: JudgedItem, findings: readonly Finding[]): void {
    const { items, rules, findings: severities } = this.#counts;
    items[item.outcome] += 1;
    // Nearly every rule ends in one of two ways, a hundred times for each message.
    let passed = 0;
    let inapplicable = 0;
    for (const { outcome } of item.rules) {
      if (outcome === 'passed') passed += 1;
      else if (outcome === 'inapplicable') inapplicable += 1;
      else rules[outcome] += 1;
    }
    rules.passed += passed;
    rules.inapplicable += inapplicable;
    for (const { severity } of findings) severities[severity] += 1;
  }
}

/** One item for many resources: every outcome is counted, the first findings of each rule are kept. */
class TogetherItem {
  readonly #first: JudgedItem;
  readonly #id: string;
  readonly #tally: Tally = { ...NO_TALLY };
  readonly #rules = new Map<
    string,
    { tally: Tally; severity: Severity | undefined; findings: number; reason?: Text }
  >();
  readonly #findings = new Map<string, Finding[]>();
  #outcome: Outcome = 'untested';

  constructor(first: JudgedItem, number: number) {
    this.#first = first;
    this.#id = `${first.evidenceId}-together${number === 0 ? '' : `-${number + 1}`}`;
  }

  add(item: JudgedItem, findings: readonly Finding[]): void {
    this.#tally[item.outcome] += 1;
    this.#outcome = heavierOutcome(this.#outcome, item.outcome);
    for (const rule of item.rules) this.#addRule(rule);
    for (const finding of findings) {
      const kept = this.#findings.get(finding.ruleId);
      if (!kept) this.#findings.set(finding.ruleId, [{ ...finding, itemId: this.#id }]);
      else if (kept.length < MAX_FINDINGS_PER_RULE) kept.push({ ...finding, itemId: this.#id });
    }
  }

  #addRule({ ruleId, outcome, severity, findings, reason }: RuleOutcome): void {
    let rule = this.#rules.get(ruleId);
    if (!rule) {
      rule = { tally: { ...NO_TALLY }, severity: undefined, findings: 0 };
      this.#rules.set(ruleId, rule);
    }
    const isRemark = outcome === 'failed' && severity !== undefined && !isFailing(severity);
    rule.tally[isRemark ? 'remarks' : outcome] += 1;
    rule.findings += findings;
    if (severity !== undefined && (rule.severity === undefined || isHeavier(severity, rule.severity)))
      rule.severity = severity;
    if (reason) rule.reason ??= reason;
  }

  finish(name: string): { readonly item: JudgedItem; readonly findings: readonly Finding[] } {
    const { evidenceId, subject, packs } = this.#first;
    const count = Object.values(this.#tally).reduce((sum, each) => sum + each, 0);
    const item: JudgedItem = {
      id: this.#id,
      evidenceId,
      subject,
      title: `${name} (+${count})`,
      packs,
      choice: togetherText(count),
      outcome: this.#outcome,
      rules: [...this.#rules].map(([ruleId, rule]) => toOutcome(ruleId, rule)),
      facts: {},
      together: this.#tally,
    };
    return { item, findings: [...this.#findings.values()].flat() };
  }
}

type Tally = Record<keyof OutcomeTally, number>;

function toOutcome(
  ruleId: string,
  {
    tally,
    severity,
    findings,
    reason,
  }: { tally: Tally; severity: Severity | undefined; findings: number; reason?: Text },
): RuleOutcome {
  const failed = tally.failed + tally.remarks > 0;
  const outcome = failed
    ? 'failed'
    : ((['cantTell', 'passed', 'inapplicable'] as const).find((each) => tally[each] > 0) ?? 'untested');
  return {
    ruleId,
    outcome,
    ...(severity && { severity }),
    findings,
    together: tally,
    ...(reason && { reason }),
  };
}

function togetherText(count: number): Text {
  return {
    fr: `${count} autres ressources du fichier, réunies : tous les constats sont comptés, les ${MAX_FINDINGS_PER_RULE} premiers de chaque règle sont montrés`,
    en: `${count} other resources of the file, put together: every finding is counted, the first ${MAX_FINDINGS_PER_RULE} of each rule are shown`,
  };
}

const WEIGHT: readonly Outcome[] = ['failed', 'cantTell', 'passed', 'inapplicable', 'untested'];

function heavierOutcome(left: Outcome, right: Outcome): Outcome {
  return WEIGHT.indexOf(left) <= WEIGHT.indexOf(right) ? left : right;
}

function isHeavier(left: Severity, right: Severity): boolean {
  return SEVERITIES.indexOf(left) < SEVERITIES.indexOf(right);
}

const NO_OUTCOME: Readonly<Record<Outcome, number>> = {
  passed: 0,
  failed: 0,
  cantTell: 0,
  inapplicable: 0,
  untested: 0,
};
const NO_TALLY: OutcomeTally = { ...NO_OUTCOME, remarks: 0 };
const NO_FINDING: Readonly<Record<Severity, number>> = { fatal: 0, error: 0, warning: 0, information: 0 };
