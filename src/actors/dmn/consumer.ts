import type { Field, Hl7v2Message } from '../../formats/hl7v2/index.js';
import { ACCEPTED, type Answer, type ConsumerLimits, findRefusal, refuse } from './answer.js';
import { applyMovement, decideMovement } from './encounters.js';
import { type Identifier, type Patient, sameIdentifier } from './patient.js';
import { PatientStore } from './patient-store.js';
import { applyDemographics, preferNir, readIdentifiers, readIns, readStatus } from './read-identity.js';

const IDENTITY_EVENTS = ['A28', 'A31', 'A40', 'A47'];
const ENCOUNTER_EVENTS = [
  'A01',
  'A02',
  'A03',
  'A04',
  'A05',
  'A06',
  'A07',
  'A11',
  'A12',
  'A13',
  'A21',
  'A22',
  'A38',
  'A52',
  'A53',
  'A54',
  'A55',
  'Z99',
];

/** What the reference DMN takes: every event PAM FR makes mandatory, in the HL7 versions of reference §6.3. */
export const DMN_LIMITS: ConsumerLimits = {
  events: new Set([...IDENTITY_EVENTS, ...ENCOUNTER_EVENTS, 'A44']),
  versions: new Set(['2.3.1', '2.4', '2.5', '2.5.1']),
};

/** Patients are kept in memory: one that never stops sending must not fill it. */
const MAX_PATIENTS = 50_000;

/** Follows an event in a patient's history when the message carried an INS that was not to be stored. */
export const INS_LEFT_OUT = 'ins-left-out';

/**
 * The reference DMN as PAM consumer (PDC and PEC): integrates what it receives and decides the acknowledgement.
 * Receiver behaviour of reference §§1.2, 1.3, 4.2, 4.5. Two choices of ours, where the profile says nothing: a matricule
 * belongs to one patient only (205 for another), and a discarded message leaves no trace at all.
 */
export class PamConsumer {
  readonly store = new PatientStore();

  constructor(private readonly limits: ConsumerLimits = DMN_LIMITS) {}

  /** Integrates one message; nothing is stored when the answer is negative. */
  consume(message: Hl7v2Message): Answer {
    const isEncounter = ENCOUNTER_EVENTS.includes(message.event);
    const refusal = findRefusal(message, this.limits, isEncounter);
    if (refusal) return refusal;
    if (isEncounter) return this.#move(message);
    switch (message.event) {
      case 'A28':
        return this.#create(message);
      case 'A40':
        return this.#merge(message);
      case 'A44':
        return this.#moveAccount(message);
      case 'A47':
        return this.#changeIdentifier(message);
      default:
        return this.#update(message);
    }
  }

  #create(message: Hl7v2Message): Answer {
    if (this.store.find(readIdentifiers(message.field('PID', 3)))) {
      return refuse('205', 'PID-3', 'Un patient porte déjà cet identifiant');
    }
    return this.#update(message);
  }

  /** An update for an unknown patient creates it (ITI-30). */
  #update(message: Hl7v2Message): Answer {
    const field = message.field('PID', 3);
    const known = message.event === 'A28' ? undefined : this.#find(field);
    const refusal = this.#insOfAnother(message, known) ?? (known ? undefined : this.#full());
    if (refusal) return refusal;
    const patient = known ?? this.store.create([]);
    addIdentifiers(patient, readIdentifiers(field));
    this.#integrate(message, patient);
    return ACCEPTED;
  }

  /** Unknown source: nothing to do. Unknown target: the source changes identifier. Neither is an error (ITI-30). */
  #merge(message: Hl7v2Message): Answer {
    const source = this.#find(message.field('MRG', 1));
    if (!source) return ACCEPTED;
    const target = this.#find(message.field('PID', 3));
    const refusal = this.#insOfAnother(message, target ?? source, source);
    if (refusal) return refusal;
    if (target) this.store.merge(target, source);
    else replaceIdentifiers(source, message);
    this.#integrate(message, target ?? source);
    return ACCEPTED;
  }

  /** MRG-1 holds what goes, PID-3 what stays or comes; `""` in an INS of PID-3 withdraws it. */
  #changeIdentifier(message: Hl7v2Message): Answer {
    const patient = this.#find(message.field('MRG', 1));
    if (!patient) return ACCEPTED;
    if (this.store.isHeldByAnother(patient, readIdentifiers(message.field('PID', 3)))) {
      return refuse('205', 'PID-3', 'Le nouvel identifiant appartient déjà à un autre patient');
    }
    const refusal = this.#insOfAnother(message, patient);
    if (refusal) return refusal;
    replaceIdentifiers(patient, message);
    // Withdrawing removes every INS, NIR and NIA (reference §4.5).
    if (readIns(message.field('PID', 3)).withdrawn) patient.ins = [];
    this.#integrate(message, patient);
    return ACCEPTED;
  }

  /** The account of MRG-3, with its encounters, goes from the patient of MRG-1 to the one of PID-3. */
  #moveAccount(message: Hl7v2Message): Answer {
    const source = this.#find(message.field('MRG', 1));
    const account = message.field('MRG', 3).component(1).text;
    const moved = source?.encounters.filter((encounter) => encounter.account === account) ?? [];
    if (!source || moved.length === 0) return ACCEPTED;
    const refusal = this.#update(message);
    if (refusal.code !== 'AA') return refusal;
    const target = this.#find(message.field('PID', 3));
    if (!target || target === source) return ACCEPTED;
    source.encounters = source.encounters.filter((encounter) => !moved.includes(encounter));
    target.encounters.push(...moved);
    return ACCEPTED;
  }

  #move(message: Hl7v2Message): Answer {
    const decision = decideMovement(message, this.#find(message.field('PID', 3)));
    if (decision !== 'apply') return decision === 'discard' ? ACCEPTED : decision;
    const answer = this.#update(message);
    const patient = this.#find(message.field('PID', 3));
    if (answer.code === 'AA' && patient) applyMovement(message, patient);
    return answer;
  }

  #find(field: Field): Patient | undefined {
    return this.store.find(readIdentifiers(field)) ?? this.store.findByIns(readIns(field).carried);
  }

  #full(): Answer | undefined {
    if (this.store.patients.length < MAX_PATIENTS) return undefined;
    return refuse('207', undefined, `Le DMN de référence garde ${MAX_PATIENTS} patients au plus`);
  }

  /** The INS would be stored, and somebody else than these bears it. */
  #insOfAnother(message: Hl7v2Message, ...own: readonly (Patient | undefined)[]): Answer | undefined {
    if (!readStatus(message).isValidated) return undefined;
    const bearer = this.store.findByIns(readIns(message.field('PID', 3)).carried);
    if (!bearer || own.includes(bearer)) return undefined;
    return refuse('205', 'PID-3', 'Un autre patient porte déjà ce matricule INS');
  }

  /** The INS is stored only with a validated status; without one the rest is integrated all the same (PAM §6.6.15). */
  #integrate(message: Hl7v2Message, patient: Patient): void {
    applyDemographics(message, patient);
    const { carried } = readIns(message.field('PID', 3));
    const { isValidated } = readStatus(message);
    if (carried.length > 0 && isValidated) patient.ins = preferNir([...patient.ins, ...carried]);
    patient.history.push(carried.length > 0 && !isValidated ? `${message.event} ${INS_LEFT_OUT}` : message.event);
  }
}

function addIdentifiers(patient: Patient, identifiers: readonly Identifier[]): void {
  for (const identifier of identifiers) {
    if (!patient.identifiers.some((own) => sameIdentifier(own, identifier))) patient.identifiers.push(identifier);
  }
}

/** What MRG-1 names goes, INS included; what PID-3 names comes. */
function replaceIdentifiers(patient: Patient, message: Hl7v2Message): void {
  const prior = readIdentifiers(message.field('MRG', 1));
  const { carried } = readIns(message.field('MRG', 1));
  patient.identifiers = patient.identifiers.filter((own) => !prior.some((one) => sameIdentifier(own, one)));
  patient.ins = patient.ins.filter((own) => !carried.some((one) => one.matricule === own.matricule));
  addIdentifiers(patient, readIdentifiers(message.field('PID', 3)));
}
