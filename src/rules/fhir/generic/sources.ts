import type { SpecReference } from '../../../core/index.js';

/** A page of FHIR R4 (4.0.1). */
export function r4(page: string, section: string): SpecReference {
  return { standard: 'FHIR R4', section, url: `https://hl7.org/fhir/R4/${page}` };
}
