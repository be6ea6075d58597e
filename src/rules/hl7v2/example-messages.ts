import { type Edits, editMessage } from '../../formats/hl7v2/edit.js';

/** Valid messages that examples change one value at a time. All data are the official test patient and test OID. */

const TEST_INS = '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
const IPP = 'T0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI';
const AT = '20260105101500';

const STRUCTURES: Readonly<Record<string, string>> = {
  A28: 'ADT_A05',
  A31: 'ADT_A05',
  A40: 'ADT_A39',
  A47: 'ADT_A30',
  A24: 'ADT_A24',
  A37: 'ADT_A37',
  A01: 'ADT_A01',
  A04: 'ADT_A01',
  A13: 'ADT_A01',
  Z99: 'ADT_A01',
  A05: 'ADT_A05',
  A14: 'ADT_A05',
  A02: 'ADT_A02',
  A03: 'ADT_A03',
  A06: 'ADT_A06',
  A07: 'ADT_A06',
  A11: 'ADT_A09',
  A12: 'ADT_A12',
  A38: 'ADT_A38',
  A21: 'ADT_A21',
  A22: 'ADT_A21',
  A25: 'ADT_A21',
  A26: 'ADT_A21',
  A27: 'ADT_A21',
  A52: 'ADT_A52',
  A53: 'ADT_A52',
  A55: 'ADT_A52',
  A54: 'ADT_A54',
  A15: 'ADT_A15',
  A16: 'ADT_A16',
  A44: 'ADT_A43',
};

/** Every event `adt` has a valid message for. */
export const EXAMPLE_EVENTS: readonly string[] = Object.keys(STRUCTURES);

/** Pending transfers: EVN-3 and PV1-42 are required (ITI-31), EVN-6 is not used. */
const PLANNED: ReadonlySet<string> = new Set(['A15', 'A26']);

/** Event → [ZBE-4, ZBE-6, ZBE-9]. */
const MOVEMENTS: Readonly<Record<string, readonly [string, string, string]>> = {
  A01: ['INSERT', '', 'HMS'],
  A04: ['INSERT', '', 'HMS'],
  A05: ['INSERT', '', 'HMS'],
  A14: ['INSERT', '', 'HMS'],
  A02: ['INSERT', '', 'HMS'],
  A03: ['INSERT', '', 'HMS'],
  A06: ['INSERT', '', 'HMS'],
  A07: ['INSERT', '', 'HMS'],
  A21: ['INSERT', '', 'H'],
  A22: ['INSERT', '', 'H'],
  A54: ['INSERT', '', 'M'],
  A15: ['INSERT', '', 'H'],
  A16: ['INSERT', '', 'HMS'],
  A11: ['CANCEL', 'A01', 'HMS'],
  A12: ['CANCEL', 'A02', 'HMS'],
  A13: ['CANCEL', 'A03', 'HMS'],
  A38: ['CANCEL', 'A05', 'HMS'],
  A52: ['CANCEL', 'A21', 'H'],
  A53: ['CANCEL', 'A22', 'H'],
  A55: ['CANCEL', 'A54', 'M'],
  A27: ['CANCEL', 'A14', 'HMS'],
  A26: ['CANCEL', 'A15', 'H'],
  A25: ['CANCEL', 'A16', 'HMS'],
  Z99: ['UPDATE', 'A01', 'HMS'],
};

const NAME = 'PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L';
const BIRTH_PLACE = '^^^^^^BDL^^63220';
const UF = '^^^^^GAM-SIM&1.2.250.1.999.1&ISO^UF^^^2100';

/**
 * A valid ADT message of the French profile for an event, with edits (see `Edits`). ITI-30 messages carry a qualified
 * identity (INS, VALI, ZFD); ITI-31 messages carry an encounter with its movement.
 */
export function adt(event: string, edits: Edits = {}): string {
  const segments = [
    `MSH|^~\\&|GAM-SIM|ETAB-SIM|DMN-SUT|EDITEUR|${AT}||ADT^${event}^${STRUCTURES[event] ?? 'ADT_A01'}|HARN-0001|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR||2.11^IHE_FRANCE-2.11-PAM`,
    PLANNED.has(event) ? `EVN||${AT}|20260107090000` : `EVN||${AT}||||${AT}`,
    pid(event),
    ...body(event),
  ];
  return editMessage(segments.join('\r'), edits);
}

function pid(event: string): string {
  const account = event in MOVEMENTS || event === 'A44' ? 'D0001^^^GAM-SIM&1.2.250.1.999.1&ISO^AN' : '';
  const fields = ['PID', '1', '', `${IPP}~${TEST_INS}`, '', NAME, '', '19790328', 'F', '', '', BIRTH_PLACE];
  fields[18] = account;
  fields[32] = 'VALI';
  fields[33] = AT;
  return Array.from(fields, (field) => field ?? '').join('|');
}

function body(event: string): string[] {
  const identity = 'ZFD||||N|INSI|20260105101400|CN|20330101';
  if (event === 'A28' || event === 'A31') return ['PV1||N', identity];
  if (event === 'A40' || event === 'A47') return ['MRG|T0002^^^GAM-SIM&1.2.250.1.999.1&ISO^PI'];
  if (event === 'A44') return ['MRG|T0002^^^GAM-SIM&1.2.250.1.999.1&ISO^PI||D0001^^^GAM-SIM&1.2.250.1.999.1&ISO^AN'];
  if (event === 'A24' || event === 'A37') return [pid(event)];
  const [action, original, nature] = MOVEMENTS[event] ?? ['INSERT', '', 'HMS'];
  const patientClass = event === 'A04' || event === 'A07' ? 'O' : 'I';
  const pv1 = ['PV1', '1', patientClass, '2100^101^A^GAM-SIM&1.2.250.1.999.1&ISO'];
  pv1[19] = 'V0001^^^GAM-SIM&1.2.250.1.999.1&ISO^VN';
  pv1[51] = 'V';
  if (event === 'A02') pv1[6] = '2000^100^B^GAM-SIM&1.2.250.1.999.1&ISO';
  if (PLANNED.has(event)) pv1[42] = '2200^205^B^GAM-SIM&1.2.250.1.999.1&ISO';
  const pv2 = event === 'A04' || event === 'A07' ? ['PV2|||||||TO'] : [];
  const uf = nature.includes('M') ? UF : '';
  const care = nature.includes('S') ? UF : '';
  const zbe = `ZBE|M0001^GAM-SIM^1.2.250.1.999.1^ISO|${AT}||${action}|N|${original}|${uf}|${care}|${nature}`;
  const demographics = ['A01', 'A04', 'A05', 'A14'].includes(event) ? [identity] : [];
  return [Array.from(pv1, (field) => field ?? '').join('|'), ...pv2, zbe, ...demographics];
}

/** A positive acknowledgement of `adt(event)`, with edits. */
export function ack(event: string, edits: Edits = {}): string {
  const text = [
    `MSH|^~\\&|DMN-SUT|EDITEUR|GAM-SIM|ETAB-SIM|20260105101501||ACK^${event}^ACK|ACK-0001|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR`,
    'MSA|AA|HARN-0001',
  ].join('\r');
  return editMessage(text, edits);
}

/** The message with one more segment, right after the first segment of a name. */
export function withSegment(message: string, after: string, segment: string): string {
  const lines = message.split('\r');
  const at = lines.findIndex((line) => line.startsWith(after));
  return lines.toSpliced(at + 1, 0, segment).join('\r');
}
