import { INS_OIDS } from '../../../core/index.js';
import type { Hl7v2Message, Repetition, Segment } from '../../../formats/hl7v2/index.js';
import { rememberLast } from '../remember-last.js';

/** Beginning of every OID of the INS, production and test. */
const INS_ROOT = '1.2.250.1.213.1.4.';

const KNOWN_OIDS: ReadonlySet<string> = new Set(Object.values(INS_OIDS));

/** OIDs of other identifiers that are sometimes mistaken for the INS: INS-C (three) and NDP (DT §N.1). */
const OTHER_OIDS: ReadonlySet<string> = new Set([
  '1.2.250.1.213.1.4.2',
  '1.2.250.1.213.1.4.6',
  '1.2.250.1.213.1.4.7',
  '1.2.250.1.176.1.2',
]);

/** Events whose message may carry ZFD (PAM §6.18; Z99 may, and rarely needs to). */
const ZFD_EVENTS: ReadonlySet<string> = new Set(['A28', 'A31', 'A01', 'A04', 'A05', 'A14']);

interface Carried {
  readonly identifiers: readonly Repetition[];
  readonly bearers: readonly Segment[];
}

const carriedBy = rememberLast((message): Carried => {
  const identifiers: Repetition[] = [];
  const bearers: Segment[] = [];
  for (const patient of message.all('PID')) {
    const own = patient.field(3).repetitions.filter((identifier) => isTypedIns(identifier) && isCarried(identifier));
    if (own.length > 0) bearers.push(patient);
    for (const identifier of own) identifiers.push(identifier);
  }
  return { identifiers, bearers };
});

/** Repetitions of PID-3 typed INS that carry a matricule (a withdrawal, `""`, carries none). */
export function insIdentifiers(message: Hl7v2Message): readonly Repetition[] {
  return carriedBy(message).identifiers;
}

export function hasIns(message: Hl7v2Message): boolean {
  return carriedBy(message).identifiers.length > 0;
}

/** PID segments that carry an INS: one, or two in a link message. */
export function insBearers(message: Hl7v2Message): readonly Segment[] {
  return carriedBy(message).bearers;
}

export function isTypedIns(identifier: Repetition): boolean {
  return identifier.component(5).raw === 'INS';
}

/** CX-1 holds a value and not the null. */
export function isCarried(identifier: Repetition): boolean {
  const value = identifier.component(1);
  return value.isValued && !value.isNull;
}

/** CX-4.2. */
export function oidOf(identifier: Repetition): string {
  return identifier.component(4).subcomponent(2).text;
}

export function isInsOid(oid: string): boolean {
  return KNOWN_OIDS.has(oid);
}

/** The identifier may carry an OID of the INS: a look at the characters, before anything is split. */
export function mayHoldInsOid(identifier: Repetition): boolean {
  return identifier.raw.includes(INS_ROOT);
}

export function isOtherOid(oid: string): boolean {
  return OTHER_OIDS.has(oid);
}

export function isProductionInsOid(identifier: Repetition): boolean {
  const oid = oidOf(identifier);
  return oid === INS_OIDS.nir || oid === INS_OIDS.nia;
}

/** PID-32 contains VALI, the one status under which the INS travels (PAM §6.6.15). */
export function isValidated(pid: Segment): boolean {
  return pid.field(32).repetitions.some((status) => status.raw === 'VALI');
}

/** The repetition of PID-5 typed L. */
export function birthNameOf(pid: Segment): Repetition | undefined {
  return pid.field(5).repetitions.find((name) => name.component(7).raw === 'L');
}

/** The repetition of PID-11 typed BDL. */
export function birthPlaceOf(pid: Segment): Repetition | undefined {
  return pid.field(11).repetitions.find((address) => address.component(7).raw === 'BDL');
}

/** ZFD stands in the message, or belongs in it. */
export function mayTellOrigin(message: Hl7v2Message): boolean {
  return message.first('ZFD') !== undefined || ZFD_EVENTS.has(message.event);
}
