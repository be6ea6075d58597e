import type { FiledDocument } from './filed-document.js';

/** What the reference DMN keeps of a patient. Fields named after the PID positions of reference §4.1. */
export interface Patient {
  /** Stable inside the DMN; never sent. */
  readonly number: number;
  identifiers: Identifier[];
  ins: Ins[];
  /** PID-32, first repetition. */
  status: string;
  /** PID-32, further repetitions (HOMA, FICT, DOUT). */
  attributes: string[];
  birthName: string;
  firstGivenName: string;
  givenNames: string;
  /** `YYYYMMDD`, as sent. */
  birthDate: string;
  sex: string;
  /** COG code of the birth place (PID-11.9 of the BDL address). */
  birthPlace: string;
  usedName: string;
  usedGivenName: string;
  phone: string;
  encounters: Encounter[];
  /** CDA documents received, in order; those replaced or deleted stay, and say so. */
  documents: FiledDocument[];
  /** Events integrated, in order, without values: `A28`, or `A31 ins-left-out` (see INS_LEFT_OUT). */
  history: string[];
}

/** CX of a local identifier. */
export interface Identifier {
  readonly value: string;
  readonly authority: string;
  readonly type: string;
}

export interface Ins {
  readonly matricule: string;
  readonly oid: string;
}

export interface Encounter {
  /** PV1-19.1. */
  readonly visit: string;
  account: string;
  patientClass: string;
  state: 'pre-admitted' | 'active' | 'on-leave' | 'discharged' | 'cancelled';
  movements: Movement[];
}

export interface Movement {
  /** ZBE-1.1. */
  readonly id: string;
  readonly event: string;
  at: string;
  location: string;
  medicalUnit: string;
  nature: string;
  patientClass: string;
  /** ZBE-5 = Y: inserted before movements that were there already. */
  readonly historical: boolean;
  cancelled: boolean;
}

export function sameIdentifier(left: Identifier, right: Identifier): boolean {
  return left.value === right.value && left.authority === right.authority && left.type === right.type;
}
