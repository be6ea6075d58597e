import type { Field, Hl7v2Message, Repetition } from '../../formats/hl7v2/index.js';
import type { Identifier, Ins, Patient } from './patient.js';

/** OIDs under which an INS travels (reference §4.4). */
const NIR_OIDS = new Set(['1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.10', '1.2.250.1.213.1.4.11']);
const NIA_OID = '1.2.250.1.213.1.4.9';

/** A value as HL7 v2 means it: `null` deletes (`""`), undefined keeps what the receiver has (reference §7.6). */
export type Sent = string | null | undefined;

export function readSent(element: { isNull: boolean; isEmpty: boolean; text: string }): Sent {
  if (element.isNull) return null;
  return element.isEmpty ? undefined : element.text;
}

/** Local identifiers of a CX field, without the INS. */
export function readIdentifiers(field: Field): Identifier[] {
  return field.repetitions.filter((cx) => cx.component(1).isValued && cx.component(5).text !== 'INS').map(toIdentifier);
}

function toIdentifier(cx: Repetition): Identifier {
  const authority = cx.component(4);
  return {
    value: cx.component(1).text,
    authority: authority.subcomponent(2).text || authority.subcomponent(1).text,
    type: cx.component(5).text || 'PI',
  };
}

/** INS of a CX field; withdrawals (`""` in CX-1) are told apart. */
export function readIns(field: Field): { carried: Ins[]; withdrawn: boolean } {
  const cxs = field.repetitions.filter((cx) => cx.component(5).text === 'INS');
  const carried = cxs
    .filter((cx) => cx.component(1).isValued && !cx.component(1).isNull)
    .map((cx) => ({ matricule: cx.component(1).text, oid: cx.component(4).subcomponent(2).text }));
  return { carried, withdrawn: cxs.some((cx) => cx.component(1).isNull) };
}

/** When a NIR and a NIA arrive together the receiver keeps the NIR (PAM FR §4.4.1). */
export function preferNir(ins: readonly Ins[]): Ins[] {
  const nir = ins.filter((one) => NIR_OIDS.has(one.oid));
  return nir.length > 0 ? nir.slice(-1) : ins.filter((one) => one.oid === NIA_OID).slice(-1);
}

/** PID-32: the first repetition is the status, the others are attributes. */
export function readStatus(message: Hl7v2Message): { status: Sent; attributes: string[]; isValidated: boolean } {
  const [first, ...rest] = message.field('PID', 32).repetitions;
  const all = [first, ...rest].map((repetition) => repetition?.text ?? '');
  return {
    status: first ? readSent(first) : undefined,
    attributes: rest.map((repetition) => repetition.text).filter((text) => text !== ''),
    isValidated: all.includes('VALI'),
  };
}

/** Traits and demographics of PID into the patient: what is empty stays, what is null is deleted. */
export function applyDemographics(message: Hl7v2Message, patient: Patient): void {
  const keep = (sent: Sent, before: string) => (sent === undefined ? before : (sent ?? ''));
  const legal = nameOfType(message, 'L');
  if (legal) {
    patient.birthName = keep(readSent(legal.component(1)), patient.birthName);
    patient.firstGivenName = keep(readSent(legal.component(2)), patient.firstGivenName);
    patient.givenNames = keep(readSent(legal.component(3)), patient.givenNames);
  }
  const used = nameOfType(message, 'D');
  if (used) {
    patient.usedName = keep(readSent(used.component(1)), patient.usedName);
    patient.usedGivenName = keep(readSent(used.component(2)), patient.usedGivenName);
  }
  patient.birthDate = keep(readSent(message.field('PID', 7)), patient.birthDate);
  patient.sex = keep(readSent(message.field('PID', 8)), patient.sex);
  const addresses = message.field('PID', 11);
  const birthPlace = addresses.repetitions.find((address) => address.component(7).text === 'BDL');
  if (addresses.isNull) patient.birthPlace = '';
  else if (birthPlace) patient.birthPlace = keep(readSent(birthPlace.component(9)), patient.birthPlace);
  const phone = message.field('PID', 13).first;
  patient.phone = keep(readSent(phone.component(12).isEmpty ? phone.component(1) : phone.component(12)), patient.phone);
  const { status, attributes } = readStatus(message);
  if (status !== undefined) {
    patient.status = status ?? '';
    patient.attributes = attributes;
  }
}

export function nameOfType(message: Hl7v2Message, type: string): Repetition | undefined {
  return message.field('PID', 5).repetitions.find((name) => name.component(7).text === type);
}
