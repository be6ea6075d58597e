import type { MessageData } from './language.js';
import type { Location } from './location.js';
import type { Severity } from './outcome.js';
import type { Suppression } from './suppression.js';

/** One problem found by one rule at one place. Texts come from the rule entry in the result. */
export interface Finding {
  readonly ruleId: string;
  readonly constraintId?: string;
  readonly severity: Severity;
  readonly messageId: string;
  /** May hold personal data: renderers mask it unless asked. */
  readonly data?: MessageData;
  /** What the rule asks for; shown unmasked unless `expectedIsPersonal`. */
  readonly expected?: string;
  /** True when `expected` was computed or copied from a document (a key, another message's value): masked then. */
  readonly expectedIsPersonal?: boolean;
  /** May hold personal data. */
  readonly found?: string;
  readonly location: Location;
  readonly evidenceId: string;
  /** `JudgedItem.id` of the item it was found on. Absent, reports attach it by evidence and rule. */
  readonly itemId?: string;
  /**
   * True when a scenario step provoked this finding on purpose (its `expectedRules`): reports show it and do not count
   * it as a failure. Named differently from `JudgedItem.expected` because `expected` is a text here.
   */
  readonly provoked?: boolean;
  /** Set by a suppression file: reports show the finding with this reason, and it does not count as a failure. */
  readonly suppressed?: Suppression;
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
