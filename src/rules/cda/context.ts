import type { XsdIssue } from '../../formats/cda/index.js';
import type { CdaContent, Pack } from '../../packs/index.js';

/** What every CDA rule may consult. */
export interface CdaContext {
  readonly pack: Pack;
  /** Rows, value sets, models and closed header of the pack. */
  readonly content: CdaContent;
  /** What a second schema engine told of this document; absent, the built-in engine is asked. */
  readonly schemaIssues?: readonly XsdIssue[];
}
