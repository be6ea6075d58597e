import type { CdaLevel } from '../../formats/cda/index.js';

/** A CDA document the reference DMN keeps. */
export interface FiledDocument {
  readonly id: DocumentId;
  readonly setId: DocumentId | undefined;
  readonly version: number | undefined;
  readonly level: CdaLevel | undefined;
  /** `ClinicalDocument/code/@code`. */
  readonly type: string;
  readonly title: string;
  /** `effectiveTime/@value`, as written. */
  readonly date: string;
  /** MSH-10 of the message that brought it: the halves of a pair come together. */
  readonly messageId: string;
  state: 'current' | 'replaced' | 'deleted';
}

export interface DocumentId {
  readonly root: string | undefined;
  readonly extension: string | undefined;
}
