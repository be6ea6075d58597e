import { type DecodedBase64, decodeBase64 } from '../cda/base64.js';
import type { Hl7v2Message } from './message.js';
import type { Segment } from './segment.js';

/** Messages of the ANS part that transmit a CDA document: first sending, replacement, deletion (reference §7.8). */
const MDM_EVENTS: Readonly<Record<string, DocumentAct>> = { T02: 'F', T10: 'C', T04: 'D' };

/** OBX-11 of a document: F first sending, C replacement, D deletion. */
export type DocumentAct = 'F' | 'C' | 'D';

export function isOru(message: Hl7v2Message): boolean {
  return message.type === 'ORU' && message.event === 'R01';
}

export function isMdm(message: Hl7v2Message): boolean {
  return message.type === 'MDM' && Object.hasOwn(MDM_EVENTS, message.event);
}

/** What the event of an MDM message says of its document; undefined for ORU, whose event says nothing. */
export function actOfEvent(message: Hl7v2Message): DocumentAct | undefined {
  return isMdm(message) ? MDM_EVENTS[message.event] : undefined;
}

/** MSH-21 claims the ANS profile. */
export function declaresTransport(message: Hl7v2Message): boolean {
  return message.msh.field(21).raw.includes('CISIS_CDA_HL7_V2');
}

/** Whether the message is a transmission of CDA documents: by its profile, its event or what it carries. */
export function transmitsCda(message: Hl7v2Message): boolean {
  if (isMdm(message)) return true;
  return (
    isOru(message) && (declaresTransport(message) || message.all('OBX').some((obx) => announcesXml(obx.field(5).raw)))
  );
}

function announcesXml(raw: string): boolean {
  return /^\^[A-Za-z]*\^XML\^Base64\^/i.test(raw.slice(0, 60));
}

/** Documents looked into in one message; the part allows two, more are counted and left alone. */
export const MAX_DOCUMENTS = 10;

/** An OBX that carries a document. */
export interface CarriedDocument {
  readonly obx: Segment;
  /** Its place among the documents of the message, from 1. */
  readonly number: number;
}

/** Every OBX that holds a document, in order; metadata OBX (masking, recipients, mail text) are none. */
export function carriedDocuments(message: Hl7v2Message): readonly CarriedDocument[] {
  if (!transmitsCda(message)) return [];
  const segments = message.all('OBX').filter((obx) => !isMetadata(obx));
  const declared = segments.filter((obx) => obx.field(5).component(3).text.toUpperCase() === 'XML');
  // Beside a document, other data (the text of a mail) is no document; alone, it is one that was announced wrongly.
  const bearers = declared.length > 0 || !announcesDocument(message) ? declared : segments.filter(isData);
  return bearers.map((obx, index) => ({ obx, number: index + 1 }));
}

const announcesDocument = (message: Hl7v2Message) => declaresTransport(message) || isMdm(message);
const isData = (obx: Segment) => obx.field(2).text === 'ED' || obx.field(5).component(5).isValued;

function isMetadata(obx: Segment): boolean {
  const code = obx.field(3);
  return code.component(3).text === 'MetaDMPMSS' || METADATA.has(code.component(1).text);
}

const METADATA: ReadonlySet<string> = new Set([
  'MASQUE_PS',
  'INVISIBLE_PATIENT',
  'INVISIBLE_REP_LEGAUX',
  'CONNEXION_SECRETE',
  'MODIF_CONF_CODE',
  'DESTDMP',
  'DESTMSSANTEPS',
  'DESTMSSANTEPAT',
  'ACK_RECEPTION',
  'ACK_LECTURE_MSS',
  'CORPSMAIL_PS',
]);

/**
 * The bytes of a document, or what keeps them from being decoded. Strict, since a receiver may not guess; only a missing
 * `=` at the end, as in official examples, takes nothing from the document (see CDA-MSG-001).
 */
export function bytesOf({ obx }: CarriedDocument): DecodedBase64 {
  // A message has a largest size, and reading CDA one of its own: nothing here grows beyond the message.
  return decodeBase64(obx.field(5).component(5).raw, { unpadded: true });
}

/** Whether the base64 lacks the `=` it should end with. */
export function lacksPadding({ obx }: CarriedDocument): boolean {
  return obx.field(5).component(5).raw.replace(/\s+/g, '').length % 4 !== 0;
}

/** The first bytes that are no blanks, of UTF-8 or UTF-16. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(head);
}
