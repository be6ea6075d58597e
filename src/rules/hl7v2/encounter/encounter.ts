import type { Hl7v2Message, Segment } from '../../../formats/hl7v2/index.js';
import type { EventRow, Hl7v2Profile } from '../../../packs/index.js';
import type { Hl7v2Context } from '../context.js';
import { ownValue } from '../pack-values.js';
import { rememberLast } from '../remember-last.js';

/** What the encounter rules read again and again from a message; empty texts for what is not there. */
export interface EncounterFacts {
  /** MSH-9.2 of an ADT message. */
  readonly event: string;
  readonly pv1: Segment | undefined;
  readonly zbe: Segment | undefined;
  /** PV1-2. */
  readonly patientClass: string;
  /** ZBE-4. */
  readonly action: string;
  /** ZBE-6. */
  readonly original: string;
  /** ZBE-9.1. */
  readonly nature: string;
}

export const encounterOf = rememberLast((message): EncounterFacts => {
  const pv1 = message.first('PV1');
  const zbe = message.first('ZBE');
  return {
    event: message.type === 'ADT' ? message.event : '',
    pv1,
    zbe,
    patientClass: pv1?.field(2).text ?? '',
    action: zbe?.field(4).text ?? '',
    original: zbe?.field(6).text ?? '',
    nature: zbe?.field(9).component(1).text ?? '',
  };
});

let latest:
  | { readonly facts: EncounterFacts; readonly profile: Hl7v2Profile; readonly row: EventRow | undefined }
  | undefined;

/** Row of the event; undefined for an event the pack does not know, which PAM-MSH-9 tells. */
export function eventOf(message: Hl7v2Message, { profile }: Hl7v2Context): EventRow | undefined {
  const facts = encounterOf(message);
  // Kept like the facts: every encounter rule asks, and a name cut out of a message is slow to look up.
  if (latest?.facts !== facts || latest.profile !== profile) {
    latest = { facts, profile, row: ownValue(profile.events, facts.event) };
  }
  return latest.row;
}

export function isEncounterEvent(message: Hl7v2Message, context: Hl7v2Context): boolean {
  return eventOf(message, context)?.transaction === 'ITI-31';
}

export function hasMovement(message: Hl7v2Message): boolean {
  return encounterOf(message).zbe !== undefined;
}

export function hasVisit(message: Hl7v2Message): boolean {
  return encounterOf(message).pv1 !== undefined;
}

/** The event a message is about: for a correction (Z99) the event that inserted the movement. */
export function subjectEventOf(message: Hl7v2Message, context: Hl7v2Context): string {
  const { event, original } = encounterOf(message);
  return eventOf(message, context)?.action === 'UPDATE' ? original : event;
}

/** A cancel event, or A06 and A07 when they cancel each other. */
export function isCancel(message: Hl7v2Message, context: Hl7v2Context): boolean {
  const { action } = encounterOf(message);
  return action === '' ? eventOf(message, context)?.action === 'CANCEL' : action === 'CANCEL';
}
