import {
  type Finding,
  fillTemplate,
  type JudgedItem,
  type Language,
  type RuleEntry,
  type RunResult,
  SEVERITIES,
  type Severity,
  type Text,
} from '../core/index.js';

/** What one rule found on one item. */
export interface RuleFindings {
  readonly ruleId: string;
  /** Undefined when the result lacks the catalogue entry; reports then show ids. */
  readonly rule: RuleEntry | undefined;
  readonly findings: readonly Finding[];
  /** Found and counted, but left out of the result (the judge keeps a limited number a rule and item). */
  readonly unlisted: number;
}

export interface ArrangedItem {
  readonly item: JudgedItem;
  /** Heaviest first. */
  readonly failed: readonly RuleFindings[];
}

/** Nothing to tell beyond its outcome: passed or without object, no finding, nothing left undecided. */
export function isQuiet({ item, failed }: ArrangedItem): boolean {
  if (failed.length > 0 || item.reason || (item.outcome !== 'passed' && item.outcome !== 'inapplicable')) return false;
  return !item.rules.some(({ outcome }) => outcome === 'cantTell');
}

export interface ArrangedResult {
  readonly items: readonly ArrangedItem[];
  /** Findings no item claims; shown apart so that none is lost. */
  readonly others: readonly RuleFindings[];
}

/**
 * Puts findings under their items: by `itemId` when findings carry it; else by evidence and rule, then by rule alone,
 * each item taking as many as its rule outcome counted.
 */
export function arrangeFindings(result: RunResult): ArrangedResult {
  const pool = new FindingPool(result.findings);
  const taken = new Map<JudgedItem, Map<string, Finding[]>>();
  for (const keyOf of [byItem, byEvidence, byRule]) {
    for (const item of result.items) {
      const own = taken.get(item) ?? new Map<string, Finding[]>();
      taken.set(item, own);
      for (const { ruleId, findings } of item.rules) {
        if (findings === 0) continue;
        const list = own.get(ruleId) ?? [];
        own.set(ruleId, list);
        list.push(...pool.take(keyOf(item, ruleId), findings - list.length));
      }
    }
  }
  const items = result.items.map((item) => ({ item, failed: failedRules(item, taken.get(item), result) }));
  return { items, others: groupByRule(pool.rest(), result) };
}

type PoolKey = { readonly index: 'item' | 'evidence' | 'rule'; readonly key: string };

const byItem = (item: JudgedItem, ruleId: string): PoolKey => ({ index: 'item', key: join(item.id, ruleId) });
const byEvidence = (item: JudgedItem, ruleId: string): PoolKey => ({
  index: 'evidence',
  key: join(item.evidenceId, ruleId),
});
const byRule = (_item: JudgedItem, ruleId: string): PoolKey => ({ index: 'rule', key: ruleId });

function join(...parts: string[]): string {
  return JSON.stringify(parts);
}

/** Findings under three keys; each can be taken once. Linear in the number of findings. */
class FindingPool {
  readonly #left: Set<Finding>;
  readonly #queues = {
    item: new Map<string, Queue>(),
    evidence: new Map<string, Queue>(),
    rule: new Map<string, Queue>(),
  };

  constructor(findings: readonly Finding[]) {
    this.#left = new Set(findings);
    for (const finding of findings) {
      if (finding.itemId !== undefined) {
        this.#add('item', join(finding.itemId, finding.ruleId), finding);
        continue;
      }
      this.#add('evidence', join(finding.evidenceId, finding.ruleId), finding);
      this.#add('rule', finding.ruleId, finding);
    }
  }

  #add(index: PoolKey['index'], key: string, finding: Finding): void {
    const queue = this.#queues[index].get(key);
    if (queue) queue.findings.push(finding);
    else this.#queues[index].set(key, { findings: [finding], next: 0 });
  }

  take({ index, key }: PoolKey, count: number): Finding[] {
    const queue = this.#queues[index].get(key);
    const taken: Finding[] = [];
    while (queue && taken.length < count && queue.next < queue.findings.length) {
      const finding = queue.findings[queue.next++];
      if (finding && this.#left.delete(finding)) taken.push(finding);
    }
    return taken;
  }

  rest(): Finding[] {
    return [...this.#left];
  }
}

interface Queue {
  readonly findings: Finding[];
  next: number;
}

function failedRules(item: JudgedItem, own: Map<string, Finding[]> | undefined, result: RunResult): RuleFindings[] {
  const groups = item.rules
    .filter((outcome) => outcome.findings > 0 || outcome.outcome === 'failed')
    .map(({ ruleId, findings: count }) => {
      const findings = own?.get(ruleId) ?? [];
      return { ruleId, rule: ruleOf(result, ruleId), findings, unlisted: Math.max(0, count - findings.length) };
    });
  return heaviestFirst(groups);
}

function groupByRule(findings: readonly Finding[], result: RunResult): RuleFindings[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.ruleId);
    if (group) group.push(finding);
    else groups.set(finding.ruleId, [finding]);
  }
  return heaviestFirst(
    [...groups].map(([ruleId, own]) => ({ ruleId, rule: ruleOf(result, ruleId), findings: own, unlisted: 0 })),
  );
}

function heaviestFirst(groups: RuleFindings[]): RuleFindings[] {
  return groups.sort((left, right) => SEVERITIES.indexOf(heaviest(left)) - SEVERITIES.indexOf(heaviest(right)));
}

/** Heaviest severity of a group; `information` when nothing is listed. */
export function heaviest(group: RuleFindings): Severity {
  const seen = new Set(group.findings.map((finding) => finding.severity));
  return SEVERITIES.find((severity) => seen.has(severity)) ?? 'information';
}

export function ruleOf(result: RunResult, ruleId: string): RuleEntry | undefined {
  return Object.hasOwn(result.rules, ruleId) ? result.rules[ruleId] : undefined;
}

/** The rule's title, or its id when the catalogue entry is missing. */
export function ruleTitle(result: RunResult, ruleId: string, language: Language): string {
  return ruleOf(result, ruleId)?.title[language] ?? ruleId;
}

/** The message of a finding, filled with its data. */
export function messageOf(finding: Finding, rule: RuleEntry | undefined, language: Language): string {
  const messages: Readonly<Record<string, Text>> = rule?.messages ?? {};
  const template = Object.hasOwn(messages, finding.messageId) ? messages[finding.messageId] : undefined;
  return template ? fillTemplate(template[language], finding.data) : finding.messageId;
}

/** `PAM FR 2.11.2, § 4.1; …` */
export function sourcesOf(rule: RuleEntry): string {
  return rule.spec.map(({ standard, section }) => (section === '' ? standard : `${standard}, ${section}`)).join(' ; ');
}
