import type { DocumentView } from './document-view.js';
import type { RecordedScenario } from './evidence.js';
import type { Finding } from './finding.js';
import type { Text } from './language.js';
import type { Outcome, Severity } from './outcome.js';
import type { OutsideReport } from './outside-report.js';
import type { RuleEntry, SubjectKind, Trust } from './rule.js';
import type { SuppressionRecord } from './suppression.js';

/** Identifies a pack as it was used: same reference, same rows. */
export interface PackReference {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly trust: Trust;
  /** SHA-256 of the compiled pack, hexadecimal. */
  readonly digest: string;
}

/**
 * How many outcomes of each kind were put together. `remarks`: rules that found nothing heavier than a warning; they are
 * not counted as `failed`.
 */
export type OutcomeTally = Readonly<Record<Outcome | 'remarks', number>>;

export interface RuleOutcome {
  readonly ruleId: string;
  readonly outcome: Outcome;
  /** Heaviest severity found; only with `failed`. */
  readonly severity?: Severity;
  readonly findings: number;
  /** What was missing; always with `cantTell`. */
  readonly reason?: Text;
  /** Set in an item that stands for many: the outcomes behind this one. */
  readonly together?: OutcomeTally;
}

/** One thing that was judged: a document, an exchange, a sequence, a handshake. */
export interface JudgedItem {
  /** Unique in the result; stable for the same evidence. */
  readonly id: string;
  readonly evidenceId: string;
  readonly subject: SubjectKind;
  /** Short name for people, without personal data: `ADT^A28^ADT_A05`, a file name, `TLS handshake 1`. */
  readonly title: string;
  /** `id@version` of the packs it was judged with; none when no pack fits. */
  readonly packs: readonly string[];
  /** Why those packs. */
  readonly choice?: Text;
  readonly outcome: Outcome;
  readonly rules: readonly RuleOutcome[];
  /** Plain facts for people, without personal data (`HL7 version`, `Trigger event`, `TLS protocol`…). */
  readonly facts: Readonly<Record<string, string>>;
  /** What a person sees of a CDA document; kept of recorded runs, and when asked for. */
  readonly view?: DocumentView;
  /** True when a scenario step provoked every failure of this item on purpose: shown, not counted as a failure. */
  readonly expected?: boolean;
  /** True when suppressions (and what was provoked) cover every failure of this item: shown, not counted as a failure. */
  readonly suppressed?: boolean;
  /** Set when the item could not be judged at all. */
  readonly reason?: Text;
  /** Set when the item stands for many resources of a long file: their outcomes. */
  readonly together?: OutcomeTally;
}

export interface StepResult {
  readonly id: string;
  readonly title: Text;
  readonly outcome: Outcome;
  /** Who failed, when something did (design §3). */
  readonly blame?: 'setup' | 'earlier-step' | 'harness' | 'tested-side';
  readonly reason?: Text;
  /** Id of its scenario (`RunResult.scenarios`). */
  readonly scenario?: string;
  /** How many times it was tried, when more than once: never hidden. */
  readonly attempts?: number;
  /** The run stopped inside this step, and its scenario was played again afterwards: it does not count. */
  readonly playedAgain?: true;
  readonly evidenceIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly requirementIds: readonly string[];
}

export interface OutcomeCounts {
  readonly items: Readonly<Record<Outcome, number>>;
  readonly rules: Readonly<Record<Outcome, number>>;
  /** Every finding, the suppressed ones included. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Of these, the suppressed ones; only when suppressions were given. */
  readonly suppressed?: Readonly<Record<Severity, number>>;
}

export interface EvidenceSummary {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly at?: string;
  readonly direction?: 'sent' | 'received';
  /** Facts of a handshake, or of a connection, as recorded. */
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * The one result every report renders. Same evidence and packs, same bytes:
 * it holds no clock reading of its own, only times taken from the evidence.
 */
export interface RunResult {
  readonly format: 'epreuve-result/1';
  readonly tool: { readonly name: 'epreuve'; readonly version: string };
  readonly title: Text;
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** True when the evidence ends without its last event (the run was killed). */
  readonly incomplete: boolean;
  readonly outcome: Outcome;
  /** Set when the outcome comes from something else than rules and steps (nothing to judge, run cut short). */
  readonly reason?: Text;
  readonly packs: readonly PackReference[];
  /** Names of the packs the user forced; absent when each document chose. */
  readonly forcedPacks?: readonly string[];
  /** Suppressions given with the evidence; absent when there was none. */
  readonly suppressions?: SuppressionRecord;
  readonly evidence: readonly EvidenceSummary[];
  readonly steps: readonly StepResult[];
  /** Scenarios the steps belong to, in the order they were played; absent for a run that plays none. */
  readonly scenarios?: readonly RecordedScenario[];
  readonly items: readonly JudgedItem[];
  readonly findings: readonly Finding[];
  /** What other tools said of the same evidence; absent when no report was imported. */
  readonly outsideReports?: readonly OutsideReport[];
  readonly counts: OutcomeCounts;
  /** Names of the HL7 elements around findings, by path (`PID`, `PID-3`, `PID-3.5`). */
  readonly names?: Readonly<Record<string, Text>>;
  /** Catalogue entries of every rule that was run. */
  readonly rules: Readonly<Record<string, RuleEntry>>;
}
