import type { Location } from '../../../core/index.js';
import type { CdaDocument } from '../cda-document.js';

export const XSD_ISSUE_KINDS = [
  'unexpected-element',
  'missing-element',
  'missing-attribute',
  'unknown-attribute',
  'bad-value',
  'repeated-id',
  'broken-reference',
  'unexpected-text',
  'wrong-type',
  'other',
] as const;
export type XsdIssueKind = (typeof XSD_ISSUE_KINDS)[number];

/** One place where a document breaks its schema, whatever engine found it. */
export interface XsdIssue {
  readonly kind: XsdIssueKind;
  /** The start tag of the element, or the attribute. */
  readonly location: Location;
  /** Local name, with the prefix of our namespaces when it is not one of CDA itself. */
  readonly element: string;
  readonly attribute?: string;
  /** Names of elements or attributes, codes, a pattern or a type: words of the schema, never of the document. */
  readonly expected?: string;
  /** May hold personal data. */
  readonly found?: string;
}

/** Validates CDA documents against one set of XSD files. */
export interface XsdEngine {
  readonly name: 'libxml2' | 'java';
  validate(document: CdaDocument): Promise<readonly XsdIssue[]>;
}
