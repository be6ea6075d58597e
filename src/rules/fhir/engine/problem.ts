import type { MessageData, Severity, Text } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';

/** What the engine can find; each kind is judged by one generic rule, `fhir/<kind>`. */
export const FHIR_PROBLEM_KINDS = [
  'well-formed',
  'structure',
  'unknown-property',
  'cardinality',
  'allowed-type',
  'primitive-format',
  'fixed-or-pattern',
  'code-in-value-set',
  'code-in-extensible-value-set',
  'invariant',
  'slicing',
  'reference',
  'extension',
  'narrative-safe',
  'bundle',
  'profile',
] as const;
export type FhirProblemKind = (typeof FHIR_PROBLEM_KINDS)[number];

/** One thing that is wrong in a resource. */
export interface FhirProblem {
  readonly kind: FhirProblemKind;
  /** Id of the message in the generic rule of that kind. */
  readonly messageId: string;
  /** `<canonical>#<element id>`, or the key of an invariant. */
  readonly constraintId?: string;
  /** Id of the element definition: `Observation.value[x]:valueQuantity.code`. */
  readonly elementId?: string;
  /** Canonical of the structure that asks for it. */
  readonly profile?: string;
  /** What it was found on; the parent when `missing` names a part. */
  readonly element: FhirElement;
  readonly missing?: string;
  /** Characters of the text, when they are not those of the element: a key written twice. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Only when it differs from the rule's own. */
  readonly severity?: Severity;
  readonly expected?: string;
  readonly found?: string;
  readonly data?: MessageData;
}

/** Something the engine could not decide, with what was missing for it. */
export interface FhirDoubt {
  readonly kind: FhirProblemKind;
  readonly reason: Text;
}

export interface FhirReport {
  readonly problems: readonly FhirProblem[];
  readonly doubts: readonly FhirDoubt[];
}
