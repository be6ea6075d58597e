/** Bounds of reading: a hostile document gets a typed error, never the machine's memory. */
export interface FhirLimits {
  /** Bytes of one document (of one line for NDJSON). */
  readonly maxBytes: number;
  /** Depth of nested objects and arrays; the deepest official instances stay under 30. */
  readonly maxDepth: number;
  /** Elements of one document. */
  readonly maxElements: number;
}

export const DEFAULT_FHIR_LIMITS: FhirLimits = { maxBytes: 64 * 1024 * 1024, maxDepth: 100, maxElements: 2_000_000 };

/** Anomalies kept of one document; a damaged file must not fill the memory with them. */
export const MAX_FHIR_ANOMALIES = 200;
