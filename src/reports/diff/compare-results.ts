import {
  type Finding,
  isFailing,
  type JudgedItem,
  type Outcome,
  type RunResult,
  type Severity,
} from '../../core/index.js';
import { messageOf, ruleOf } from '../arrange.js';

/**
 * `fixed`: the rule was judged again on the same item and no longer finds it. `not-judged`: it was not (the item is not
 * there, the rule could not decide, no pack): nobody knows whether it is fixed.
 */
export type ChangeKind = 'new' | 'fixed' | 'not-judged' | 'unchanged';

export interface FindingChange {
  readonly kind: ChangeKind;
  /** The same in both runs, whatever their times, control ids and byte offsets. */
  readonly fingerprint: string;
  /** Title of the item, of the run that has the finding. */
  readonly item: string;
  readonly finding: Finding;
}

export interface ItemChange {
  readonly item: string;
  /** Absent: not in that run. */
  readonly before?: Outcome;
  readonly after?: Outcome;
}

export interface ResultDiff {
  readonly format: 'epreuve-diff/1';
  readonly before: DiffSide;
  readonly after: DiffSide;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Heaviest severity among the new findings that count: neither suppressed nor provoked on purpose. */
  readonly heaviestNew?: Severity;
  readonly findings: readonly FindingChange[];
  /** Items whose outcome differs, or that one run lacks. */
  readonly items: readonly ItemChange[];
}

export interface DiffSide {
  readonly title: RunResult['title'];
  readonly outcome: Outcome;
  readonly packs: readonly string[];
  readonly tool: string;
}

/** Compares two results. Pure, and linear in their findings. */
export function compareResults(before: RunResult, after: RunResult): ResultDiff {
  const [old, young] = [keyed(before), keyed(after)];
  const findings = compareFindings(old, young);
  const counts = { new: 0, fixed: 0, 'not-judged': 0, unchanged: 0 };
  for (const { kind } of findings) counts[kind] += 1;
  const counting = findings.filter(({ kind, finding }) => kind === 'new' && !finding.suppressed && !finding.provoked);
  const heaviest = (['fatal', 'error', 'warning', 'information'] as const).find((severity) =>
    counting.some(({ finding }) => finding.severity === severity),
  );
  return {
    format: 'epreuve-diff/1',
    before: sideOf(before),
    after: sideOf(after),
    counts,
    ...(heaviest && { heaviestNew: heaviest }),
    findings,
    items: compareItems(old, young),
  };
}

/** True when the second run has findings it should not have: at error level, or of any level with `warnings`. */
export function hasNewFailure({ heaviestNew }: ResultDiff, { warnings = false } = {}): boolean {
  if (heaviestNew === undefined || heaviestNew === 'information') return false;
  return warnings || isFailing(heaviestNew);
}

interface Keyed {
  readonly result: RunResult;
  /** Items by a name that both runs give them. */
  readonly items: ReadonlyMap<string, JudgedItem>;
  /** Findings by fingerprint; the same one may be there several times. */
  readonly findings: ReadonlyMap<string, { readonly item: string; readonly itemKey: string; readonly list: Finding[] }>;
}

function keyed(result: RunResult): Keyed {
  const stepOf = new Map(result.steps.flatMap((step) => step.evidenceIds.map((id) => [id, step.id] as const)));
  const seen = new Map<string, number>();
  const items = new Map<string, JudgedItem>();
  const keys = new Map<string, string>();
  for (const item of result.items) {
    const base = [stepOf.get(item.evidenceId) ?? '', item.subject, plainTitle(item.title)].join(' | ');
    const number = (seen.get(base) ?? 0) + 1;
    seen.set(base, number);
    const key = number === 1 ? base : `${base} | ${number}`;
    items.set(key, item);
    keys.set(item.id, key);
  }
  const findings = new Map<string, { item: string; itemKey: string; list: Finding[] }>();
  for (const finding of result.findings) {
    const itemKey = keys.get(finding.itemId ?? '') ?? '';
    const fingerprint = [itemKey, finding.ruleId, finding.constraintId ?? '', finding.messageId, placeOf(finding)].join(
      ' | ',
    );
    const known = findings.get(fingerprint);
    if (known) known.list.push(finding);
    else findings.set(fingerprint, { item: items.get(itemKey)?.title ?? '', itemKey, list: [finding] });
  }
  return { result, items, findings };
}

/** Folders differ from machine to machine, connections from run to run. */
function plainTitle(title: string): string {
  return title.replace(/\S*[/\\]/g, '').replace(/\d{1,3}(\.\d{1,3}){3}:\d+|#?\b\d{3,}\b/g, '#');
}

/** Where, without what changes from run to run: numbers of frames and bytes. */
function placeOf({ location }: Finding): string {
  const own =
    location.format === 'wire' || location.format === 'file' ? location.path.replace(/\d+/g, '#') : location.path;
  return location.within ? `${own} < ${location.within.path}` : own;
}

function compareFindings(old: Keyed, young: Keyed): FindingChange[] {
  const changes: FindingChange[] = [];
  const push = (kind: ChangeKind, fingerprint: string, item: string, list: readonly Finding[]) => {
    for (const finding of list) changes.push({ kind, fingerprint, item, finding });
  };
  for (const [fingerprint, { item, list }] of young.findings) {
    const before = old.findings.get(fingerprint)?.list.length ?? 0;
    push('unchanged', fingerprint, item, list.slice(0, before));
    push('new', fingerprint, item, list.slice(before));
  }
  for (const [fingerprint, { item, itemKey, list }] of old.findings) {
    const after = young.findings.get(fingerprint)?.list.length ?? 0;
    const ruleId = list[0]?.ruleId ?? '';
    push(isJudged(young, itemKey, ruleId) ? 'fixed' : 'not-judged', fingerprint, item, list.slice(after));
  }
  const rank = { new: 0, 'not-judged': 1, fixed: 2, unchanged: 3 };
  return changes.sort((left, right) => rank[left.kind] - rank[right.kind]);
}

/** The rule came to an end on that item: it passed, failed elsewhere, or found that it does not apply. */
function isJudged({ items }: Keyed, itemKey: string, ruleId: string): boolean {
  const rule = items.get(itemKey)?.rules.find((each) => each.ruleId === ruleId);
  return rule !== undefined && rule.outcome !== 'cantTell' && rule.outcome !== 'untested' && rule.reason === undefined;
}

function compareItems(old: Keyed, young: Keyed): ItemChange[] {
  const keys = new Set([...young.items.keys(), ...old.items.keys()]);
  return [...keys].flatMap((key): ItemChange[] => {
    const [before, after] = [old.items.get(key), young.items.get(key)];
    if (before && after && before.outcome === after.outcome) return [];
    const item = (after ?? before)?.title ?? '';
    return [{ item, ...(before && { before: before.outcome }), ...(after && { after: after.outcome }) }];
  });
}

function sideOf({ title, outcome, packs, tool }: RunResult): DiffSide {
  return { title, outcome, packs: packs.map(({ id, version }) => `${id}@${version}`), tool: tool.version };
}

/** What a finding says, from the catalogue of the run it is in. */
export function changeText(change: FindingChange, results: readonly RunResult[], language: 'fr' | 'en'): string {
  const { finding } = change;
  const owner = results.find((result) => ruleOf(result, finding.ruleId)) ?? results[0];
  return messageOf(finding, owner && ruleOf(owner, finding.ruleId), language);
}
