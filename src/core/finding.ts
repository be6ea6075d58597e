import type { MessageData } from './language.js';
import type { Location } from './location.js';
import type { Severity } from './outcome.js';

/** One problem found by one rule at one place. Texts come from the rule entry in the result. */
export interface Finding {
  readonly ruleId: string;
  readonly constraintId?: string;
  readonly severity: Severity;
  readonly messageId: string;
  /** May hold personal data: renderers mask it unless asked. */
  readonly data?: MessageData;
  readonly expected?: string;
  /** May hold personal data. */
  readonly found?: string;
  readonly location: Location;
  readonly evidenceId: string;
  readonly requirementIds?: readonly string[];
  /** The line of the document the finding points at, for people; may hold personal data. */
  readonly excerpt?: Excerpt;
}

export interface Excerpt {
  readonly text: string;
  /** Character position and length of the faulty part inside `text`. */
  readonly start: number;
  readonly length: number;
}
