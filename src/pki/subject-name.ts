import type { StructureNumber } from './certificate-types.js';

/** Attributes of a distinguished name, in the order in which they are written. */
export type SubjectName = ReadonlyArray<readonly [attribute: 'C' | 'ST' | 'O' | 'OU' | 'CN', value: string]>;

/** Label of everything the test PKI makes, so that nobody takes it for the real one. */
export const TEST_LABEL = 'TEST ÉPREUVE';

/** A number that is nobody's: all digits zero. */
export const NOBODY: StructureNumber = { siret: '00000000000000' };

/** National identifier of a structure (struct_IdNat): `3` + SIRET or `1` + FINESS. */
export function toStructureId(structure: StructureNumber): string {
  return 'siret' in structure ? `3${structure.siret}` : `1${structure.finess}`;
}

/** True for 14 digits of SIRET, or a FINESS of 9 characters (`2A`/`2B` for Corsica). */
export function isStructureNumber(structure: StructureNumber): boolean {
  return 'siret' in structure ? /^\d{14}$/.test(structure.siret) : /^(\d{2}|2[AB])\d{7}$/.test(structure.finess);
}

export interface StructureSubject {
  readonly commonName: string;
  readonly organisation?: string;
  readonly structure?: StructureNumber;
  /** E.g. `Paris (75)`. */
  readonly department?: string;
}

/** C, ST, O, OU, CN as observed in IGC-Santé software certificates (reference hl7v2-pam-fr §8.2). */
export function toStructureSubject(subject: StructureSubject): SubjectName {
  return [
    ['C', 'FR'],
    ['ST', subject.department ?? 'Paris (75)'],
    ['O', subject.organisation ?? `STRUCTURE ${TEST_LABEL}`],
    ['OU', toStructureId(subject.structure ?? NOBODY)],
    ['CN', subject.commonName],
  ];
}

/** The form the X.509 library wants: one attribute per relative name. */
export function toLibraryName(name: SubjectName): Record<string, string[]>[] {
  return name.map(([attribute, value]) => ({ [attribute]: [value] }));
}
