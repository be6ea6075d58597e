import type { SpecReference } from '../../core/index.js';

export const MLLP: SpecReference = { standard: 'HL7 MLLP release 1', section: 'Appendix C.4' };

/** IHE ITI Technical Framework, Authenticate Node. */
export function iti19(section: string): SpecReference {
  return { standard: 'IHE ITI TF-2', section: `${section} (ITI-19)` };
}
