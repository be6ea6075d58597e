/** Bounds of reading: a hostile document gets a typed error, never the machine's memory or time. */
export interface XmlLimits {
  /** Bytes of one document. The largest official examples are under 3 MB. */
  readonly maxBytes: number;
  /** Depth of nested elements; libxml2 itself stops at 256. Official documents stay under 40. */
  readonly maxDepth: number;
  readonly maxElements: number;
  /** Children of one element: engines take time that grows with their square when each of them is wrong. */
  readonly maxChildren: number;
  /** Characters of one start tag, its attributes included. */
  readonly maxTagLength: number;
  /** Attributes of one element. */
  readonly maxAttributes: number;
}

export const DEFAULT_XML_LIMITS: XmlLimits = {
  maxBytes: 64 * 1024 * 1024,
  maxDepth: 200,
  maxElements: 250_000,
  maxChildren: 10_000,
  maxTagLength: 256 * 1024,
  maxAttributes: 200,
};
