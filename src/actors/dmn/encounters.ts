import type { Hl7v2Message } from '../../formats/hl7v2/index.js';
import { type Answer, refuse } from './answer.js';
import type { Encounter, Movement, Patient } from './patient.js';

type State = Encounter['state'];

const STATE_AFTER: Readonly<Record<string, State>> = {
  A05: 'pre-admitted',
  A01: 'active',
  A04: 'active',
  A06: 'active',
  A07: 'active',
  A02: 'active',
  A54: 'active',
  A21: 'on-leave',
  A22: 'active',
  A03: 'discharged',
};

/** Events that are discarded, without an error, in any other state (ITI-31, reference §1.3). */
const NEEDED_STATE: Readonly<Record<string, readonly State[]>> = {
  A03: ['active', 'on-leave'],
  A21: ['active'],
  A22: ['on-leave'],
  A54: ['active', 'on-leave'],
};

/** Events each cancel event cancels (reference §5.3). */
const CANCELS: Readonly<Record<string, readonly string[]>> = {
  A11: ['A01', 'A04'],
  A12: ['A02'],
  A13: ['A03'],
  A38: ['A05'],
  A52: ['A21'],
  A53: ['A22'],
  A55: ['A54'],
  A06: ['A07'],
  A07: ['A06'],
};

/** What to do with the movement of a message before anything is stored: apply, discard silently, or refuse. */
export function decideMovement(message: Hl7v2Message, patient: Patient | undefined): 'apply' | 'discard' | Answer {
  const encounter = findEncounter(message, patient);
  const movement = encounter && findMovement(message, encounter);
  switch (message.field('ZBE', 4).text) {
    case 'UPDATE':
      return movement ? 'apply' : refuse('204', 'ZBE-1', 'Mouvement inconnu');
    case 'CANCEL':
      return movement && CANCELS[message.event]?.includes(movement.event) ? 'apply' : 'discard';
    default:
      return decideInsert(message, encounter);
  }
}

function decideInsert(message: Hl7v2Message, encounter: Encounter | undefined): 'apply' | 'discard' | Answer {
  // Present conflicts say nothing about a movement inserted in the past.
  if (encounter && isHistorical(message)) return 'apply';
  const state = encounter?.state;
  if (message.event === 'A01' && (state === 'active' || state === 'on-leave')) {
    return refuse('205', 'PV1-19', 'Le patient est déjà admis pour cette venue');
  }
  const needed = NEEDED_STATE[message.event];
  return needed && (state === undefined || !needed.includes(state)) ? 'discard' : 'apply';
}

/** Integrates a movement that `decideMovement` lets through. */
export function applyMovement(message: Hl7v2Message, patient: Patient): void {
  const encounter = findEncounter(message, patient) ?? openEncounter(message, patient);
  const movement = findMovement(message, encounter);
  if (message.field('ZBE', 4).text === 'CANCEL') {
    if (movement) movement.cancelled = true;
  } else if (movement) {
    // A correction, or another message of the same movement (PAM §5.3.1).
    correct(message, movement);
  } else {
    encounter.movements.push(newMovement(message));
    const account = message.field('PID', 18).component(1).text;
    if (account !== '') encounter.account = account;
  }
  settle(encounter);
}

const isHistorical = (message: Hl7v2Message) => message.field('ZBE', 5).text === 'Y';

function findEncounter(message: Hl7v2Message, patient: Patient | undefined): Encounter | undefined {
  const visit = message.field('PV1', 19).component(1).text;
  return patient?.encounters.find((one) => one.visit === visit);
}

/** A cancelled movement is no longer there. */
function findMovement(message: Hl7v2Message, encounter: Encounter): Movement | undefined {
  const id = message.field('ZBE', 1).component(1).text;
  return encounter.movements.find((one) => one.id === id && !one.cancelled);
}

function openEncounter(message: Hl7v2Message, patient: Patient): Encounter {
  const visit = message.field('PV1', 19).component(1).text;
  const encounter: Encounter = { visit, account: '', patientClass: '', state: 'active', movements: [] };
  patient.encounters.push(encounter);
  return encounter;
}

function newMovement(message: Hl7v2Message): Movement {
  const movement: Movement = {
    id: message.field('ZBE', 1).component(1).text,
    event: message.event,
    at: '',
    location: '',
    medicalUnit: '',
    nature: '',
    patientClass: '',
    historical: isHistorical(message),
    cancelled: false,
  };
  correct(message, movement);
  return movement;
}

function correct(message: Hl7v2Message, movement: Movement): void {
  const location = message.field('PV1', 3);
  movement.at = message.field('ZBE', 2).text;
  movement.location = [1, 2, 3]
    .map((part) => location.component(part).text)
    .filter(Boolean)
    .join(' · ');
  movement.medicalUnit = message.field('ZBE', 7).component(10).text || movement.medicalUnit;
  movement.patientClass = message.field('PV1', 2).text;
  const nature = message.field('ZBE', 9).text;
  // C says that only the administrative status was corrected: the movement keeps its nature (PAM §6.13).
  if (nature !== 'C' || movement.nature === '') movement.nature = nature;
}

/** State and class are those of the last movement left; one inserted in the past changes no present state. */
function settle(encounter: Encounter): void {
  const live = encounter.movements.filter((one) => !one.cancelled);
  const present = live.filter((one) => !one.historical);
  const last = (present.length > 0 ? present : live).filter((one) => one.event in STATE_AFTER).at(-1);
  encounter.state = last ? (STATE_AFTER[last.event] ?? 'active') : 'cancelled';
  if (last) encounter.patientClass = last.patientClass;
}
