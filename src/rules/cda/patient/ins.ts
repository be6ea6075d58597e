import type { CdaDocument, CdaIdentifier } from '../../../formats/cda/index.js';

/** INS of the patient (`recordTarget/patientRole/id` whose root is one of the INS OIDs). */
export function insOf(document: CdaDocument): readonly CdaIdentifier[] {
  return document.header.patient?.ins ?? [];
}
