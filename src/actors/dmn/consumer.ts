import type { Hl7v2Message } from '../../formats/hl7v2/index.js';
import { ACCEPTED, type Answer, type ConsumerLimits, findRefusal, refuse } from './answer.js';
import { applyMovement } from './encounters.js';
import { type Patient, sameIdentifier } from './patient.js';
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

/** What the reference DMN takes: every event PAM FR makes mandatory but A44, in the HL7 versions of reference §6.3. */
export const DMN_LIMITS: ConsumerLimits = {
  events: new Set([...IDENTITY_EVENTS, ...ENCOUNTER_EVENTS]),
  versions: new Set(['2.3.1', '2.4', '2.5', '2.5.1']),
};

/**
 * The reference DMN as PAM consumer (PDC and PEC): integrates what it receives and decides the acknowledgement.
 * Receiver behaviour of reference §§1.2, 1.3, 4.2, 4.5.
 */
export class PamConsumer {
  readonly store = new PatientStore();

  constructor(private readonly limits: ConsumerLimits = DMN_LIMITS) {}

  /** Integrates one message; nothing is stored when the answer is negative. */
  consume(message: Hl7v2Message): Answer {
    const isEncounter = ENCOUNTER_EVENTS.includes(message.event);
    const refusal = findRefusal(message, this.limits, isEncounter);
    if (refusal) return refusal;
    switch (message.event) {
      case 'A28':
        return this.#create(message);
      case 'A40':
        return this.#merge(message);
      case 'A47':
        return this.#changeIdentifier(message);
      default: {
        const patient = this.#update(message);
        return isEncounter ? applyMovement(message, patient) : ACCEPTED;
      }
    }
  }

  #create(message: Hl7v2Message): Answer {
    const identifiers = readIdentifiers(message.field('PID', 3));
    if (this.store.find(identifiers)) {
      return refuse('205', 'PID-3', 'Un patient porte déjà cet identifiant');
    }
    const patient = this.store.create(identifiers);
    this.#integrate(message, patient);
    return ACCEPTED;
  }

  /** An update for an unknown patient creates it (ITI-30). */
  #update(message: Hl7v2Message): Patient {
    const identifiers = readIdentifiers(message.field('PID', 3));
    const { carried } = readIns(message.field('PID', 3));
    const known = this.store.find(identifiers) ?? this.store.findByIns(carried);
    const patient = known ?? this.store.create(identifiers);
    for (const identifier of identifiers) {
      if (!patient.identifiers.some((own) => sameIdentifier(own, identifier))) patient.identifiers.push(identifier);
    }
    this.#integrate(message, patient);
    return patient;
  }

  /** Unknown source: nothing to do. Unknown target: the source takes the target's identifiers. Neither is an error. */
  #merge(message: Hl7v2Message): Answer {
    const source = this.store.find(readIdentifiers(message.field('MRG', 1)));
    const identifiers = readIdentifiers(message.field('PID', 3));
    const target = this.store.find(identifiers);
    if (source && target) this.store.merge(target, source);
    if (source && !target) source.identifiers = identifiers;
    const survivor = target ?? source;
    if (survivor) this.#integrate(message, survivor);
    return ACCEPTED;
  }

  /** MRG-1 holds what goes, PID-3 what stays or comes; `""` in an INS of PID-3 withdraws it. */
  #changeIdentifier(message: Hl7v2Message): Answer {
    const priorIdentifiers = readIdentifiers(message.field('MRG', 1));
    const priorIns = readIns(message.field('MRG', 1)).carried;
    const next = readIdentifiers(message.field('PID', 3));
    const patient = this.store.find(priorIdentifiers) ?? this.store.findByIns(priorIns);
    if (!patient) return ACCEPTED;
    const owner = this.store.find(next);
    if (owner && owner !== patient) {
      return refuse('205', 'PID-3', 'Le nouvel identifiant appartient déjà à un autre patient');
    }
    const isPrior = (own: Patient['identifiers'][number]) =>
      priorIdentifiers.some((prior) => sameIdentifier(own, prior));
    patient.identifiers = patient.identifiers.filter((own) => !isPrior(own));
    for (const identifier of next) {
      if (!patient.identifiers.some((own) => sameIdentifier(own, identifier))) patient.identifiers.push(identifier);
    }
    // Withdrawing removes every INS, NIR and NIA (reference §4.5).
    if (readIns(message.field('PID', 3)).withdrawn) patient.ins = [];
    this.#integrate(message, patient);
    return ACCEPTED;
  }

  /** The INS is stored only with a validated status; without one the rest is integrated all the same (PAM §6.6.15). */
  #integrate(message: Hl7v2Message, patient: Patient): void {
    applyDemographics(message, patient);
    const { carried } = readIns(message.field('PID', 3));
    const { isValidated } = readStatus(message);
    if (carried.length > 0 && isValidated) patient.ins = preferNir([...patient.ins, ...carried]);
    patient.history.push(carried.length > 0 && !isValidated ? `${message.event} (INS non intégrée)` : message.event);
  }
}
