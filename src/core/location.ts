/** Where something is, in the original bytes. */

export type LocationFormat = 'hl7v2' | 'xpath' | 'fhirpath' | 'wire' | 'file';

export interface Location {
  readonly format: LocationFormat;
  /** `PID-3[2].4.2` for HL7 v2, an XPath, a FHIRPath, a wire span name (`frame 3`), or a file name. */
  readonly path: string;
  /** Byte offset in the original bytes of the evidence item (or of the document that `within` holds). */
  readonly offset: number;
  /** Length in bytes; 0 for something that is missing (the offset is then where it would stand). */
  readonly length: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, counted in characters. */
  readonly column: number;
  /** The container, when the document was carried inside another (a CDA in OBX-5 of a message in a frame). */
  readonly within?: Location;
}

/** Innermost first: `PID-3 < frame 2`. */
export function describePath(location: Location): string {
  const outer = location.within ? ` < ${describePath(location.within)}` : '';
  return location.path + outer;
}
