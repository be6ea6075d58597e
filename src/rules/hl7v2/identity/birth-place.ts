import type { Repetition, Segment } from '../../../formats/hl7v2/index.js';

/** Address type of table 0190 for the place of birth. */
export const BIRTH_PLACE = 'BDL';

/** Repetitions of PID-11 typed as place of birth. */
export function birthPlaces(patient: Segment): readonly Repetition[] {
  return patient.field(11).repetitions.filter((address) => address.component(7).raw === BIRTH_PLACE);
}
