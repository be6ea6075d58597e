import { type Identifier, type Ins, type Patient, sameIdentifier } from './patient.js';

/** The DMN's patients, in memory. Merged patients leave the list: a search never returns them. */
export class PatientStore {
  readonly #patients: Patient[] = [];
  #created = 0;

  /** In the order of creation. */
  get patients(): readonly Patient[] {
    return this.#patients;
  }

  find(identifiers: readonly Identifier[]): Patient | undefined {
    return this.#patients.find((patient) =>
      patient.identifiers.some((own) => identifiers.some((identifier) => sameIdentifier(own, identifier))),
    );
  }

  findByIns(ins: readonly Ins[]): Patient | undefined {
    return this.#patients.find((patient) =>
      patient.ins.some((own) => ins.some((one) => one.matricule === own.matricule && one.oid === own.oid)),
    );
  }

  /** Another patient than this one has one of these identifiers. */
  isHeldByAnother(patient: Patient, identifiers: readonly Identifier[]): boolean {
    return this.#patients.some(
      (other) =>
        other !== patient &&
        other.identifiers.some((own) => identifiers.some((identifier) => sameIdentifier(own, identifier))),
    );
  }

  create(identifiers: readonly Identifier[]): Patient {
    this.#created += 1;
    const patient: Patient = {
      number: this.#created,
      identifiers: [...identifiers],
      ins: [],
      status: '',
      attributes: [],
      birthName: '',
      firstGivenName: '',
      givenNames: '',
      birthDate: '',
      sex: '',
      birthPlace: '',
      usedName: '',
      usedGivenName: '',
      phone: '',
      encounters: [],
      documents: [],
      history: [],
    };
    this.#patients.push(patient);
    return patient;
  }

  /** Everything of `subsumed` goes to `survivor`, and `subsumed` disappears. */
  merge(survivor: Patient, subsumed: Patient): void {
    if (survivor === subsumed) return;
    for (const identifier of subsumed.identifiers) {
      if (!survivor.identifiers.some((own) => sameIdentifier(own, identifier))) survivor.identifiers.push(identifier);
    }
    survivor.encounters.push(...subsumed.encounters);
    survivor.documents.push(...subsumed.documents);
    this.#patients.splice(this.#patients.indexOf(subsumed), 1);
  }

  remove(patient: Patient): void {
    this.#patients.splice(this.#patients.indexOf(patient), 1);
  }
}
