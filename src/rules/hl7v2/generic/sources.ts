import type { SpecReference } from '../../../core/index.js';

/** Sections of HL7 that the generic rules carry out; the row says where its own demand was read. */
export function hl7(section: string): SpecReference {
  return { standard: 'HL7 v2.5', section };
}
