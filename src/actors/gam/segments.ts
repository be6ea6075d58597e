import { escapeText, STANDARD_DELIMITERS } from '../../formats/hl7v2/index.js';
import type { GamIdentity, GamSettings } from './pam-message.js';

type Fields = Readonly<Record<number, string>>;

export interface Header {
  /** MSH-9. */
  readonly type: string;
  readonly controlId: string;
  readonly at: string;
  /** MSH-12. */
  readonly version: string;
  /** MSH-21. */
  readonly profile: string;
}

export function msh(settings: GamSettings, { type, controlId, at, version, profile }: Header): string {
  const fields: Fields = {
    3: text(settings.application),
    4: text(settings.facility),
    5: text(settings.receivingApplication),
    6: text(settings.receivingFacility),
    7: at,
    9: type,
    10: controlId,
    11: 'T',
    12: version,
    17: 'FRA',
    18: 'UNICODE UTF-8',
    19: 'FR',
    21: profile,
  };
  return `MSH|^~\\&|${segment('', shift(fields)).slice(1)}`;
}

export function pid(
  settings: GamSettings,
  identity: GamIdentity,
  account: string | undefined,
  updatedAt: string,
): string {
  const birth = [identity.birthName, identity.firstGivenName, identity.givenNames].map(text).join('^');
  const used =
    identity.usedName === undefined ? [] : [`${text(identity.usedName)}^${text(identity.firstGivenName)}^^^^^D`];
  return segment('PID', {
    1: '1',
    3: cxList(settings, identity.identifiers, identity.ins),
    5: [`${birth}^^^^L`, ...used].join('~'),
    7: identity.birthDate,
    8: identity.sex,
    11: identity.birthPlace ? `^^^^^^BDL^^${text(identity.birthPlace)}` : '',
    13: identity.phone ? `^PRN^CP^^^^^^^^^${text(identity.phone)}` : '',
    18: account === undefined ? '' : cx(settings, account, 'AN'),
    32: identity.status,
    33: updatedAt,
  });
}

/** Local identifiers, then the INS; `''` is its withdrawal. */
export function cxList(
  settings: GamSettings,
  identifiers: readonly { value: string; type: string }[],
  ins: string | undefined,
): string {
  const local = identifiers.map(({ value, type }) => cx(settings, value, type));
  if (ins === undefined) return local.join('~');
  const matricule = ins === '' ? '""' : text(ins);
  return [...local, `${matricule}^^^ASIP-SANTE-INS-NIR&${settings.insOid}&ISO^INS`].join('~');
}

export function cx(settings: GamSettings, value: string, type: string): string {
  return `${text(value)}^^^${authority(settings)}^${type}`;
}

export function authority({ application, authorityOid }: GamSettings): string {
  return `${text(application)}&${authorityOid}&ISO`;
}

export function text(value: string): string {
  return escapeText(value, STANDARD_DELIMITERS);
}

/** Fields by position; nothing after the last one that has a value. */
export function segment(name: string, fields: Fields): string {
  const last = Math.max(
    0,
    ...Object.entries(fields).flatMap(([position, value]) => (value === '' ? [] : [Number(position)])),
  );
  return [name, ...Array.from({ length: last }, (_, index) => fields[index + 1] ?? '')].join('|');
}

/** MSH-1 and MSH-2 are written by hand: MSH-3 is then the first of the fields that follow. */
function shift(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([position, value]) => [Number(position) - 2, value]));
}
