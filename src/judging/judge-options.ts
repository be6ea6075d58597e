import type { Rule } from '../core/index.js';
import type { XsdIssue } from '../formats/cda/index.js';
import type { Pack } from '../packs/index.js';
import type { PreparedKit } from '../rules/cda/kit/prepared-kit.js';
import type { PairOptions } from './pairs.js';
import type { SubjectOptions } from './subjects.js';
import type { Suppressions } from './suppress.js';

export interface JudgeOptions extends SubjectOptions, PairOptions {
  /** Every pack that `packsNeeded` names, by the name it gives. */
  readonly packs: ReadonlyMap<string, Pack>;
  /** Packs forced by the user, by name; otherwise each message chooses. */
  readonly forced?: readonly string[];
  readonly rules: readonly Rule<never, never>[];
  readonly toolVersion: string;
  /** Keep what a person sees of the first CDA documents (`JudgedItem.view`). */
  readonly views?: boolean;
  /** ISO 8601: when documents were looked at, for evidence that has no time of its own. */
  readonly seenAt?: string;
  /** What a second schema engine said of CDA documents, by subject id: see `gatherSchemaIssues`. */
  readonly schemaIssues?: ReadonlyMap<string, readonly XsdIssue[]>;
  /** The user's CDA kit: each CDA document is judged with it too, as an item of its own. See `prepareKit`. */
  readonly kit?: PreparedKit;
  /** Findings known and explained: see `markSuppressed`. */
  readonly suppressions?: Suppressions;
}
