import type { SpecReference } from '../../core/index.js';

/** The documents that the PAM rules cite, under one name each (reference §0.1). */

/** IHE France, PAM national extension 2.11.2 of 3 February 2025. */
export function pamFr(section: string): SpecReference {
  return { standard: 'PAM FR 2.11.2', section };
}

/** IHE France, constraints on HL7 v2.5 data types for ITI, 1.8.2 of 3 February 2025. */
export function dataTypesFr(section: string): SpecReference {
  return { standard: 'IHE France DT 1.8.2', section };
}

/** IHE ITI Technical Framework, Patient Identity Management. */
export const ITI_30: SpecReference = { standard: 'IHE ITI TF-2', section: '3.30 (ITI-30)' };

/** IHE ITI Technical Framework, Patient Encounter Management. */
export const ITI_31: SpecReference = { standard: 'IHE ITI TF-2', section: '3.31 (ITI-31)' };

/** IHE ITI Technical Framework, HL7 profiling conventions. */
export function appendixC(section: string): SpecReference {
  return { standard: 'IHE ITI TF-2 Appendix C', section };
}
