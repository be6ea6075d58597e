import type { Text } from './language.js';
import type { Outcome, Severity } from './outcome.js';

export const OUTSIDE_FORMATS = ['gazelle-xml', 'gazelle-json', 'operation-outcome', 'tar'] as const;
export type OutsideFormat = (typeof OUTSIDE_FORMATS)[number];

/** Where a problem of an outside report is, as far as its text could be read. */
export interface OutsideLocation {
  /** As the report writes it; may quote the document. */
  readonly text: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** Name of the document it is in, when the report has several. */
  readonly document?: string;
  /** HL7 path in our notation, XPath or FHIRPath. */
  readonly path?: string;
}

/** One problem another tool found; what passed is only counted. */
export interface OutsideFinding {
  /** Name of the assertion, when it has one. */
  readonly id?: string;
  readonly severity: Severity;
  /** The tool could not decide: no verdict rests on it. */
  readonly undecided?: true;
  /** May hold personal data: the words of another tool about the document. */
  readonly description: string;
  readonly location?: OutsideLocation;
}

/** The verdict of another tool on the same evidence, read from its report. It never changes ours. */
export interface OutsideReport {
  /** The report itself, kept as evidence. */
  readonly evidenceId: string;
  readonly format: OutsideFormat;
  /** Tool and version, as the report names them. */
  readonly tool?: string;
  readonly date?: string;
  /** Permanent link of the report on its platform. */
  readonly link?: string;
  /** Evidence it is about; absent, everything in the run. */
  readonly aboutEvidenceId?: string;
  readonly outcome: Extract<Outcome, 'passed' | 'failed' | 'cantTell'>;
  /** Why the outcome is not the one the report writes. */
  readonly note?: Text;
  /** Checks it lists as passed. */
  readonly passed: number;
  readonly findings: readonly OutsideFinding[];
  /** Findings beyond those kept. */
  readonly unlisted: number;
}
