import type { Hl7v2Message } from '../../formats/hl7v2/index.js';
import { ACCEPTED, type Answer, refuse } from './answer.js';
import type { Encounter, Movement, Patient } from './patient.js';

const STATE_AFTER: Readonly<Record<string, Encounter['state']>> = {
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

/** Integrates the movement of an ITI-31 message. Conflicts follow reference §1.3: most are discarded without an error. */
export function applyMovement(message: Hl7v2Message, patient: Patient): Answer {
  const visit = message.field('PV1', 19).component(1).text;
  let encounter = patient.encounters.find((one) => one.visit === visit);
  const action = message.field('ZBE', 4).text;
  if (action === 'INSERT') {
    if (message.event === 'A01' && encounter?.state === 'active') {
      return refuse('205', 'PV1-19', 'Le patient est déjà admis pour cette venue');
    }
    if (!encounter) {
      encounter = { visit, account: '', patientClass: '', state: 'active', movements: [] };
      patient.encounters.push(encounter);
    }
    insert(message, encounter);
    return ACCEPTED;
  }
  const movement = encounter?.movements.find((one) => one.id === message.field('ZBE', 1).component(1).text);
  if (!encounter || !movement) {
    return action === 'UPDATE' ? refuse('204', 'ZBE-1', 'Mouvement inconnu') : ACCEPTED;
  }
  if (action === 'UPDATE') correct(message, movement);
  if (action === 'CANCEL') cancel(encounter, movement);
  return ACCEPTED;
}

function insert(message: Hl7v2Message, encounter: Encounter): void {
  const movement: Movement = {
    id: message.field('ZBE', 1).component(1).text,
    event: message.event,
    at: '',
    location: '',
    medicalUnit: '',
    nature: '',
    cancelled: false,
  };
  correct(message, movement);
  encounter.movements.push(movement);
  encounter.account = message.field('PID', 18).component(1).text;
  encounter.patientClass = message.field('PV1', 2).text;
  // A movement inserted in the past changes no present state.
  if (message.field('ZBE', 5).text !== 'Y') encounter.state = STATE_AFTER[message.event] ?? encounter.state;
}

function correct(message: Hl7v2Message, movement: Movement): void {
  const location = message.field('PV1', 3);
  movement.at = message.field('ZBE', 2).text;
  movement.location = [1, 2, 3]
    .map((part) => location.component(part).text)
    .filter(Boolean)
    .join(' · ');
  movement.medicalUnit = message.field('ZBE', 7).component(10).text;
  movement.nature = message.field('ZBE', 9).text;
}

function cancel(encounter: Encounter, movement: Movement): void {
  movement.cancelled = true;
  const last = encounter.movements.filter((one) => !one.cancelled && one.event in STATE_AFTER).at(-1);
  encounter.state = last ? (STATE_AFTER[last.event] ?? 'active') : 'cancelled';
}
