import type {
  EvidenceItem,
  EvidenceSet,
  EvidenceSummary,
  Finding,
  PackReference,
  RunResult,
  Severity,
  Text,
} from '../core/index.js';
import type { Collected } from './collected.js';
import type { JudgeOptions } from './judge-options.js';
import { outsideReportsOf } from './outside-reports.js';
import { type ActiveRule, catalogueOf } from './rule-sets.js';
import { judgeSteps, markExpected, overallOutcome } from './steps.js';
import { markSuppressed } from './suppress.js';

/** What judging left, for the result. */
export interface Judged {
  readonly collected: Collected;
  /** Evidence that was read while it was judged, after that of the set. */
  readonly streamed: readonly EvidenceItem[];
  readonly packs: readonly PackReference[];
  readonly ruleSets: readonly (readonly ActiveRule[])[];
  readonly names: Readonly<Record<string, Text>> | undefined;
}

/** The result of a run: what was found, weighed against what its steps expected and what its user suppressed. */
export function buildResult(
  set: EvidenceSet,
  { suppressions, forced, toolVersion }: JudgeOptions,
  { collected, streamed, packs, ruleSets, names }: Judged,
): RunResult {
  const rules = catalogueOf(ruleSets.filter((used) => used.length > 0));
  const marked = markExpected(set, collected.items, collected.findings);
  const evidence = { ...set, items: [...set.items, ...streamed] };
  const suppressed = suppressions && markSuppressed(evidence, marked, suppressions, rules);
  const { items, findings } = suppressed ?? marked;
  const steps = judgeSteps(set, items, findings);
  const { outcome, reason } = overallOutcome(set, steps, items);
  const { title, startedAt, endedAt, incomplete, scenarios } = set;
  const outsideReports = outsideReportsOf(set);
  return {
    format: 'epreuve-result/1',
    tool: { name: 'epreuve', version: toolVersion },
    title,
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    incomplete,
    outcome,
    ...(reason && { reason }),
    packs,
    ...(forced && { forcedPacks: forced }),
    evidence: evidence.items.map(toSummary),
    steps,
    ...(scenarios && { scenarios }),
    items,
    findings,
    ...(outsideReports.length > 0 && { outsideReports }),
    counts: { ...collected.counts(), ...(suppressed && { suppressed: countSuppressed(findings) }) },
    ...(suppressed && { suppressions: suppressed.record }),
    rules,
    ...(names && { names }),
  };
}

function toSummary(item: EvidenceItem): EvidenceSummary {
  const { id, kind, name, mediaType, sha256, size, at, direction, facts } = item;
  return {
    id,
    kind,
    name,
    mediaType,
    sha256,
    size,
    ...(at && { at }),
    ...(direction && { direction }),
    ...(facts && { facts }),
  };
}

function countSuppressed(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const suppressed = { fatal: 0, error: 0, warning: 0, information: 0 };
  for (const finding of findings) if (finding.suppressed) suppressed[finding.severity] += 1;
  return suppressed;
}
