import type { HandshakeFacts } from '../core/index.js';
import type { FhirDefinition } from '../packs/index.js';
import type { FramingViolationCode } from './wire/codes.js';

/** Subject of a FHIR rule. */
export interface FhirExample {
  /** The resource as an object, the document's own text (JSON or XML), or its bytes. */
  readonly resource: object | string | Uint8Array;
  /** Definitions added to those of the pack: the smallest profile that shows the point. */
  readonly definitions?: readonly FhirDefinition[];
  /** Position of the Bundle entry whose resource is the subject; the Bundle itself when absent. */
  readonly entry?: number;
}

/** Subject of a FHIR exchange rule: one HTTP request and its answer. */
export interface FhirExchangeExample {
  readonly method: string;
  /** From the base: `Observation?code=…`. */
  readonly url: string;
  readonly body?: object;
  readonly status?: number;
  readonly answer?: object;
}

/** Subject of a pair rule: whole documents, see rules/pair/example-pairs.ts. */
export interface PairExample {
  /** Absent: the level 3 is alone. */
  readonly level1?: string;
  readonly level3: string;
  /** Documents at hand beside the pair: replaced versions. */
  readonly known?: readonly string[];
  readonly mode?: 'xfrm' | 'no-xfrm';
  readonly inMessage?: boolean;
  /** The level 3 is all that was given, as one file. */
  readonly isOneDocument?: boolean;
}

/**
 * Examples stand next to each rule: they are its tests and its documentation. The test of the rule set runs only the
 * rule itself on each example; a failed example lists *all* of its findings.
 */
export interface Example {
  readonly title: string;
  /** Subject of a message rule. Segments end with CR. */
  readonly message?: string | Uint8Array;
  /** Subject of a file rule: a whole file, cut with `splitDocuments`. */
  readonly file?: string;
  readonly exchange?: {
    readonly sent: string;
    readonly answers: readonly string[];
    readonly silence?: 'timeout' | 'closed' | 'unreadable';
    readonly judgedSent?: { readonly failed: boolean; readonly hl7Errors: readonly string[] };
  };
  /** Messages of one sender in order; a message refused by its receiver is written as an object. */
  readonly sequence?: readonly (string | { readonly message: string; readonly accepted: boolean })[];
  readonly fhir?: FhirExample;
  /** Subject of a CDA document rule: a whole document, see rules/cda/example-documents.ts. */
  readonly cda?: string | Uint8Array;
  readonly pair?: PairExample;
  readonly fhirExchange?: FhirExchangeExample;
  readonly handshake?: HandshakeFacts;
  readonly stream?: { readonly frames: number; readonly violations: readonly FramingViolationCode[] };
  /** Pack parameters that differ from the pack's own. */
  readonly parameters?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Pack to use instead of `ihe-pam-fr` (`fhir-r4` for FHIR examples, `cda-fr` for CDA ones). */
  readonly pack?: string;
}

export interface FailedExample extends Example {
  readonly findings: readonly { readonly messageId: string; readonly path: string; readonly severity?: string }[];
  /** Reasons (English) for what the rule cannot tell of this example; none when absent. */
  readonly doubts?: readonly string[];
}

export interface Examples {
  readonly passed: readonly Example[];
  readonly failed: readonly FailedExample[];
  /** At least one when the rule has `appliesTo`. */
  readonly inapplicable?: readonly Example[];
}
