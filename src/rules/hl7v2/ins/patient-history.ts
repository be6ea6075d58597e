import type { Hl7v2Message, Repetition, Segment } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Sequence } from '../context.js';
import { isCarried, isTypedIns } from './ins.js';

/** What the messages of a sequence have told about one patient so far. */
export interface KnownPatient {
  /** A28 was seen, so nothing about this patient was said before the sequence. */
  readonly created: boolean;
  /** Last value by type and authority, the INS included. */
  readonly identifiers: Map<string, string>;
  /** The INS was withdrawn and not given again. */
  withdrawn: boolean;
}

export interface IdentityStep {
  readonly message: Hl7v2Message;
  readonly evidenceId: string;
  readonly event: string;
  readonly pid: Segment;
  /** As known before this message; undefined for a patient not seen yet. */
  readonly patient: KnownPatient | undefined;
  /** True when the patient is known to bear this identifier, also through a merge. */
  bears(identifier: Repetition): boolean;
}

/** Link messages name two patients and change nothing; A44 moves an account. */
const LEFT_OUT = new Set(['A24', 'A37', 'A44']);

/**
 * Walks through the ADT messages of a sequence, patient by patient. Refused messages change nothing and are left out.
 * Each step shows the patient as known before it.
 */
export function* identitySteps({ messages }: Hl7v2Sequence): Generator<IdentityStep> {
  const registry = new Map<string, KnownPatient>();
  for (const { message, item, accepted } of messages) {
    const pid = message.first('PID');
    if (accepted === false || message.type !== 'ADT' || pid === undefined || LEFT_OUT.has(message.event)) continue;
    const { event } = message;
    const patient = findPatient(message, pid, registry);
    const bears = (identifier: Repetition) => patient !== undefined && registry.get(keyOf(identifier)) === patient;
    yield { message, evidenceId: item.id, event, pid, patient, bears };
    remember(message, pid, registry, patient);
    // A sequence may be an archive of a day: what was split of a message already passed must not stay.
    message.forgetParts();
  }
}

/** Type and authority of an identifier: a patient bears one value in each. */
export function domainOf(identifier: Repetition): string {
  const authority = identifier.component(4);
  return `${identifier.component(5).text}|${authority.subcomponent(1).text}|${authority.subcomponent(2).text}`;
}

/** Domain and value. */
export function keyOf(identifier: Repetition): string {
  return `${domainOf(identifier)}|${identifier.component(1).text}`;
}

/** By what the sender gives itself first, then by the INS, then (A47) by the identifier that goes away. */
function findPatient(message: Hl7v2Message, pid: Segment, registry: Map<string, KnownPatient>) {
  const given = pid.field(3).repetitions.filter(isCarried);
  const ordered = [...given.filter((identifier) => !isTypedIns(identifier)), ...given.filter(isTypedIns)];
  if (message.event === 'A47') ordered.push(...message.field('MRG', 1).repetitions.filter(isCarried));
  for (const identifier of ordered) {
    const patient = registry.get(keyOf(identifier));
    if (patient !== undefined) return patient;
  }
  return undefined;
}

function remember(
  message: Hl7v2Message,
  pid: Segment,
  registry: Map<string, KnownPatient>,
  before: KnownPatient | undefined,
): void {
  const { event } = message;
  const patient = before ?? { created: event === 'A28', identifiers: new Map<string, string>(), withdrawn: false };
  for (const old of message.field('MRG', 1).repetitions.filter(isCarried)) {
    if (event === 'A47') {
      registry.delete(keyOf(old));
      patient.identifiers.delete(domainOf(old));
    } else registry.set(keyOf(old), patient);
  }
  const given = pid.field(3).repetitions;
  if (event === 'A47' && given.some((identifier) => isTypedIns(identifier) && identifier.component(1).isNull)) {
    withdrawIns(patient, registry);
  }
  for (const identifier of given.filter(isCarried)) {
    registry.set(keyOf(identifier), patient);
    patient.identifiers.set(domainOf(identifier), identifier.component(1).text);
    if (isTypedIns(identifier) && (event === 'A28' || event === 'A31' || event === 'A47')) patient.withdrawn = false;
  }
}

/** A withdrawal removes every INS, NIR and NIA (reference §4.5). */
function withdrawIns(patient: KnownPatient, registry: Map<string, KnownPatient>): void {
  for (const [domain, value] of patient.identifiers) {
    if (!isInsDomain(domain)) continue;
    patient.identifiers.delete(domain);
    registry.delete(`${domain}|${value}`);
  }
  patient.withdrawn = true;
}

export function isInsDomain(domain: string): boolean {
  return domain.startsWith('INS|');
}
