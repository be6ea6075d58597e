import type { Field, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { encounterOf, isCancel, isEncounterEvent } from './encounter.js';
import { type EncounterMachine, machineOf, type States } from './encounter-machine.js';

interface LiveMovement {
  readonly id: string;
  readonly event: string;
  /** States before it was inserted: a cancel returns there. */
  readonly before: States;
}

/** What the messages of a sequence have told about one visit (PV1-19) so far. */
export interface Venue {
  /** The event that opened it inside the sequence; undefined when the sequence starts in the middle of the stay. */
  readonly openedBy: string | undefined;
  /** Inserted and not cancelled, in the order of the messages. */
  readonly movements: LiveMovement[];
  readonly cancelled: Set<string>;
  /** PV1-2 of the last message about a current movement. */
  patientClass: string;
  /** Event of that message; empty before the first. */
  lastEvent: string;
  /** Where the encounter can be. */
  states: States;
}

/** One message about a visit; `venue` shows what was known *before* it. */
export interface EncounterStep {
  readonly message: Hl7v2Message;
  readonly evidenceId: string;
  readonly event: string;
  readonly patientClass: string;
  readonly venueKey: string;
  readonly venue: Venue;
  /** ZBE-1, all its components; empty without a movement. */
  readonly movementId: string;
  /** ZBE-5 = Y: the movement is in the past and leaves the state alone. */
  readonly historical: boolean;
  readonly cancels: boolean;
  /** ZBE-4 = INSERT. */
  readonly inserts: boolean;
  /** False when the event is legal in none of the states the visit can be in. */
  readonly legal: boolean;
}

/**
 * Walks through the encounter messages of a sequence, visit by visit. Refused messages change nothing and are left out,
 * and so is a message sent again (same control id, event and movement).
 */
export function* encounterSteps({ messages }: Hl7v2Sequence, context: Hl7v2Context): Generator<EncounterStep> {
  const machine = machineOf(context.profile);
  const venues = new Map<string, Venue>();
  const seen = new Set<string>();
  for (const { message, item, accepted } of messages) {
    const venueKey = accepted === false ? '' : venueKeyOf(message, context);
    if (venueKey === '') continue;
    const { event, zbe } = encounterOf(message);
    const movementId = zbe ? movementIdOf(zbe.field(1)) : '';
    const identity = `${message.controlId}|${event}|${movementId}|${venueKey}`;
    if (message.controlId !== '' && seen.has(identity)) continue;
    seen.add(identity);
    const step = toStep(message, item.id, venueKey, movementId, venues.get(venueKey), machine, context);
    yield step;
    venues.set(venueKey, step.venue);
    advance(step, machine);
  }
}

/** PV1-19; empty without one: an account may hold several visits, so PID-18 cannot stand in for it. */
function venueKeyOf(message: Hl7v2Message, context: Hl7v2Context): string {
  const { pv1 } = encounterOf(message);
  if (pv1 === undefined || !isEncounterEvent(message, context)) return '';
  const visit = pv1.field(19);
  const number = visit.component(1);
  if (!number.isValued || number.isNull) return '';
  return `${number.text}^${visit.component(4).subcomponent(1).text}`;
}

function movementIdOf(field: Field): string {
  const id = field.component(1);
  if (!id.isValued || id.isNull) return '';
  return [id.text, field.component(2).text, field.component(3).text].join('^');
}

function toStep(
  message: Hl7v2Message,
  evidenceId: string,
  venueKey: string,
  movementId: string,
  before: Venue | undefined,
  machine: EncounterMachine,
  context: Hl7v2Context,
): EncounterStep {
  const { action, event, patientClass, zbe } = encounterOf(message);
  const cancels = isCancel(message, context);
  const opens = !cancels && machine.next(machine.initial, event, patientClass).size > 0;
  const venue = before ?? {
    openedBy: opens ? event : undefined,
    movements: [],
    cancelled: new Set<string>(),
    patientClass: '',
    lastEvent: '',
    states: machine.all,
  };
  const historical = zbe?.field(5).text === 'Y';
  const legal = historical || !machine.knows(event) || machine.next(venue.states, event, patientClass).size > 0;
  const inserts = action === 'INSERT';
  return { message, evidenceId, event, patientClass, venueKey, venue, movementId, historical, cancels, inserts, legal };
}

function advance(step: EncounterStep, machine: EncounterMachine): void {
  const { venue, event, movementId, historical, cancels, inserts } = step;
  const before = venue.states;
  if (!historical && machine.knows(event)) venue.states = statesAfter(step, machine);
  if (!historical) {
    venue.lastEvent = event;
    if (step.patientClass !== '') venue.patientClass = step.patientClass;
  }
  if (movementId === '') return;
  const at = venue.movements.findIndex(({ id }) => id === movementId);
  if (cancels) {
    if (at >= 0) venue.movements.splice(at, 1);
    venue.cancelled.add(movementId);
  } else if (inserts && at < 0) venue.movements.push({ id: movementId, event, before });
}

/** A cancel leads back to where the movement started; an illegal event, to the states it implies. */
function statesAfter(step: EncounterStep, machine: EncounterMachine): States {
  const { venue, event, patientClass, movementId, cancels, message } = step;
  const reached = machine.next(venue.states, event, patientClass);
  if (reached.size === 0) return statesImplied(step, machine);
  if (!cancels) return reached;
  const before = venue.movements.find(({ id }) => id === movementId)?.before;
  if (before !== undefined && before.size < machine.all.size) {
    // Rows cannot tell a stay before its leave from the stay after it: the visit can be in both.
    return machine.isOver(reached) ? before : new Set([...before, ...reached]);
  }
  // PV1-5: the admission followed a pre-admission that the sequence did not show, and that remains (PAM §5.4.1).
  const { original, pv1 } = encounterOf(message);
  if (!machine.isOver(reached) || !pv1?.field(5).isValued) return reached;
  return new Set([...reached, ...machine.statesBefore(original, '')].filter((id) => !machine.initial.has(id)));
}

function statesImplied({ venue, event, patientClass }: EncounterStep, machine: EncounterMachine): States {
  const implied = machine.next(machine.all, event, patientClass);
  if (implied.size > 0) return implied;
  const ofAnyClass = machine.next(machine.all, event, '');
  return ofAnyClass.size > 0 ? ofAnyClass : venue.states;
}

export function hasEncounters({ messages }: Hl7v2Sequence, context: Hl7v2Context): boolean {
  return messages.some(({ message }) => isEncounterEvent(message, context));
}
