import type { Field, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Profile } from '../../../packs/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { encounterOf, isCancel, isEncounterEvent } from './encounter.js';
import { type EncounterMachine, machineOf, type States } from './encounter-machine.js';
import { MovementLedger } from './movement-ledger.js';

/** What the messages of a sequence have told about one visit (PV1-19) so far. */
export interface Venue {
  /** The event that opened it inside the sequence; undefined when the sequence starts in the middle of the stay. */
  readonly openedBy: string | undefined;
  /** PV1-2 of the last message about a current movement. */
  readonly patientClass: string;
  /** Event of that message; empty before the first. */
  readonly lastEvent: string;
  /** Where the encounter can be. */
  readonly states: States;
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
  /** What the messages before told about that movement. */
  readonly movementIs: 'live' | 'cancelled' | 'unknown';
  /** Event of the last movement of the visit that is not cancelled. */
  readonly lastMovement: string | undefined;
  /** ZBE-5 = Y: the movement is in the past and leaves the state alone. */
  readonly historical: boolean;
  readonly cancels: boolean;
  /** ZBE-4 = INSERT. */
  readonly inserts: boolean;
  /** False when the event is legal in none of the states the visit can be in. */
  readonly legal: boolean;
}

/** Seven rules walk through the same sequence; sequences are few, so a weak map costs nothing here. */
const walks = new WeakMap<Hl7v2Sequence, { profile: Hl7v2Profile; steps: readonly EncounterStep[] }>();

/**
 * The encounter messages of a sequence, each with what was known about its visit. Refused messages change nothing and
 * are left out, and so is a message sent again (same control id, event and movement).
 */
export function encounterSteps(sequence: Hl7v2Sequence, context: Hl7v2Context): readonly EncounterStep[] {
  const { profile } = context;
  const before = walks.get(sequence);
  if (before?.profile === profile) return before.steps;
  const steps = [...walk(sequence, context)];
  walks.set(sequence, { profile, steps });
  return steps;
}

export function hasEncounters(sequence: Hl7v2Sequence, context: Hl7v2Context): boolean {
  return encounterSteps(sequence, context).length > 0;
}

function* walk({ messages }: Hl7v2Sequence, context: Hl7v2Context): Generator<EncounterStep> {
  const machine = machineOf(context.profile);
  const venues = new Map<string, { venue: Venue; ledger: MovementLedger }>();
  const seen = new Set<string>();
  for (const { message, item, accepted } of messages) {
    const venueKey = accepted === false ? '' : venueKeyOf(message, context);
    if (venueKey === '') continue;
    const { event, zbe } = encounterOf(message);
    const movementId = zbe ? movementIdOf(zbe.field(1)) : '';
    const identity = `${message.controlId}|${event}|${movementId}|${venueKey}`;
    if (message.controlId !== '' && seen.has(identity)) continue;
    seen.add(identity);
    const cancels = isCancel(message, context);
    const { venue, ledger } = venues.get(venueKey) ?? newVisit(message, cancels, machine);
    const movement = { movementId, movementIs: ledger.stateOf(movementId), lastMovement: ledger.lastEvent };
    const step = toStep({ message, evidenceId: item.id, venueKey, venue, ...movement, cancels }, machine);
    yield step;
    venues.set(venueKey, { venue: venueAfter(step, ledger, machine), ledger });
    if (cancels) ledger.cancel(movementId);
    else if (step.inserts) ledger.insert(movementId, event, venue.states);
    // The step holds what the rules ask for; what was split of the message is ten times its bytes.
    message.forgetParts();
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

function newVisit(message: Hl7v2Message, cancels: boolean, machine: EncounterMachine) {
  const { event, patientClass } = encounterOf(message);
  const opens = !cancels && machine.next(machine.initial, event, patientClass).size > 0;
  const openedBy = opens ? event : undefined;
  const venue: Venue = { openedBy, patientClass: '', lastEvent: '', states: machine.all };
  return { venue, ledger: new MovementLedger() };
}

type StepFacts = Omit<EncounterStep, 'event' | 'patientClass' | 'historical' | 'inserts' | 'legal'>;

function toStep(facts: StepFacts, machine: EncounterMachine): EncounterStep {
  const { action, event, patientClass, zbe } = encounterOf(facts.message);
  const historical = zbe?.field(5).text === 'Y';
  const known = machine.knows(event);
  const legal = historical || !known || machine.next(facts.venue.states, event, patientClass).size > 0;
  return { ...facts, event, patientClass, historical, inserts: action === 'INSERT', legal };
}

function venueAfter(step: EncounterStep, ledger: MovementLedger, machine: EncounterMachine): Venue {
  const { venue, event, patientClass, historical } = step;
  if (historical) return venue;
  return {
    ...venue,
    lastEvent: event,
    patientClass: patientClass === '' ? venue.patientClass : patientClass,
    states: machine.knows(event) ? statesAfter(step, ledger, machine) : venue.states,
  };
}

/** A cancel leads back to where the movement started; an illegal event, to the states it implies. */
function statesAfter(step: EncounterStep, ledger: MovementLedger, machine: EncounterMachine): States {
  const { venue, event, patientClass, movementId, cancels, message } = step;
  const reached = machine.next(venue.states, event, patientClass);
  if (reached.size === 0) return statesImplied(step, machine);
  if (!cancels) return reached;
  const before = ledger.statesBefore(movementId);
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
