/** What gathering leaves behind. Judging reads nothing else. */

export const EVIDENCE_KINDS = ['exchange', 'handshake', 'document', 'capture', 'log', 'report'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One recorded thing with its bytes in one file (or in memory for `epreuve check`). */
export interface EvidenceItem {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** File name for people; never a path of the machine. */
  readonly name: string;
  /** E.g. `x-application/hl7-v2+er7`, `application/json`. */
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at?: string;
  readonly direction?: 'sent' | 'received';
  /** Path inside the run folder, forward slashes. */
  readonly file?: string;
  readonly connection?: string;
  readonly step?: string;
  /** Evidence id of the message this one answers. */
  readonly answers?: string;
  /** Facts without personal data: peer subject, protocol, cipher, violation code… */
  readonly facts?: Readonly<Record<string, string>>;
}

/** What a scenario helps to prove. Only a requirement read in a primary source is named in the results of steps. */
export interface ScenarioRequirement {
  readonly id: string;
  /** `primary`: read at ANS or Interop'Santé; `secondary`: only a transcription was read, to be checked. */
  readonly trust: 'primary' | 'secondary';
  /** Where it was read. */
  readonly source: string;
}

/** A scenario as it was played: a run may play several, and one again after an interruption. */
export interface RecordedScenario {
  /** Unique in the run: `dmn-identity/life`, then `dmn-identity/life~2` when it is played again. */
  readonly id: string;
  readonly title: { readonly fr: string; readonly en: string };
  /** SHA-256 of its file, or of the story when the program tells it (`epreuve demo`). */
  readonly digest: string;
  /** Identities were generated from it: the same seed gives the same ones. */
  readonly seed: string;
  readonly requirements?: readonly ScenarioRequirement[];
  /** Played against the DMN of Épreuve: it shows what a proof looks like, and proves nothing of a product. */
  readonly reference?: true;
}

/** A step as the runner recorded it; judging may make a passed step fail, never the reverse. */
export interface RecordedStep {
  readonly id: string;
  readonly title: { readonly fr: string; readonly en: string };
  /** Id of its scenario. */
  readonly scenario?: string;
  readonly requirementIds?: readonly string[];
  /**
   * Rules this step breaks on purpose (a message meant to be refused). Their findings are shown as expected and do not
   * fail the run; the step fails when one of them is missing.
   */
  readonly expectedRules?: readonly string[];
  /** What the runner itself saw; absent when the run ended inside the step. */
  readonly ended?: {
    readonly outcome: 'passed' | 'failed' | 'cantTell' | 'untested';
    readonly blame?: 'setup' | 'earlier-step' | 'harness' | 'tested-side';
    readonly reason?: { readonly fr: string; readonly en: string };
    /** How many times it was tried; absent for once. */
    readonly attempts?: number;
  };
  /** The run stopped inside this step, and its scenario was played again from the start afterwards. */
  readonly playedAgain?: true;
}

/** Evidence as judging sees it: items in the order they were recorded, with their bytes at hand. */
export interface EvidenceSet {
  readonly title: { readonly fr: string; readonly en: string };
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly incomplete: boolean;
  readonly items: readonly EvidenceItem[];
  readonly steps: readonly RecordedStep[];
  readonly scenarios?: readonly RecordedScenario[];
  /** Bytes of an item. Throws a Defect when the id is unknown. */
  bytes(id: string): Uint8Array;
}
