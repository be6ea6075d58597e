import type { Text } from '../../core/index.js';

/**
 * Where a statement about the référentiel stands: `national` has a primary source (ANS, State); `transcription` was read
 * in an unofficial transcription only; `project` is an inference or the user's brief. Only `national` is shown as ANS's.
 */
export const STANDINGS = ['national', 'transcription', 'project'] as const;
export type Standing = (typeof STANDINGS)[number];

export const SOURCE_KINDS = ['primary', 'secondary', 'transcription', 'project'] as const;

export interface Source {
  readonly id: string;
  readonly kind: (typeof SOURCE_KINDS)[number];
  readonly title: Text;
  /** Site it was read on. */
  readonly where?: string | undefined;
}

/** Anything the dossier repeats from elsewhere: what it is worth and where it was read. */
export interface Sourced {
  readonly standing: Standing;
  readonly sources: readonly Source[];
}

export interface Remark extends Sourced {
  readonly text: Text;
}

/** Kinds of proof a verifier may be given. `run` and `platform-link` aside, those of the transcription. */
export const PROOF_KINDS = [
  'run',
  'platform-link',
  'capture',
  'video',
  'log',
  'network-capture',
  'configuration',
  'code',
  'contract',
  'document',
  'declaration',
] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

export interface ExpectedProof {
  readonly kinds: readonly ProofKind[];
  readonly what: Text;
}

/** One way to prove a requirement; one is chosen for each. */
export interface ScenarioChoice extends Sourced {
  readonly id: string;
  readonly title: Text;
  /** Proof 1, 2, 3. */
  readonly proofs: readonly ExpectedProof[];
}

/** What a dossier states of its product; a rule asks for one of them. */
export const FACTS = [
  'identity.role',
  'identity.establishment',
  'identity.exchanges',
  'identity.prints',
  'identity.documentCopies',
  'ins.used',
  'access.patient',
  'access.professional',
  'access.vitaleApp',
] as const;
export type FactName = (typeof FACTS)[number];
export type FactValue = string | boolean;
export type Facts = Readonly<Partial<Record<FactName, FactValue>>>;

export type Condition =
  | { readonly fact: FactName; readonly is: FactValue }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface ApplicabilityRule extends Sourced {
  readonly id: string;
  readonly effect: 'applies' | 'not-applicable';
  readonly when: Condition;
  readonly why: Text;
  /** What the exploitant swears, after "the product …". */
  readonly declaration?: Text;
}

export interface Requirement extends Sourced {
  /** `INS 45`. */
  readonly id: string;
  readonly family: string;
  readonly familyTitle: Text;
  readonly subject: Text;
  readonly scenarios: readonly ScenarioChoice[];
  /** Scenarios of `epreuve run` that gather evidence for it, as `pack/scenario`. */
  readonly runs: readonly string[];
  readonly rules: readonly ApplicabilityRule[];
  readonly notes: readonly Remark[];
  /** Usual reasons for refusal. */
  readonly pitfalls: readonly Remark[];
  /** Why nobody but the user can say whether it applies. */
  readonly unsettled?: Text;
}

export interface Platform extends Sourced {
  readonly id: 'preview' | 'referencement';
  readonly title: Text;
  readonly address: string;
  readonly note?: Text;
}

export interface PenetrationTestRule extends Sourced {
  readonly title: Text;
  readonly rule: Text;
  /** Nonconformities that may be left, at most. */
  readonly maxHigh: number;
  readonly maxMedium: number;
}

export interface Referential {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly warning: Text;
  readonly platforms: readonly Platform[];
  readonly paths: readonly (Sourced & { readonly id: string; readonly title: Text })[];
  readonly reminders: readonly Remark[];
  readonly penetrationTest: PenetrationTestRule;
  /** In the order of the files, then of the numbers. */
  readonly requirements: readonly Requirement[];
  /** SHA-256 of its files. */
  readonly digest: string;
}
