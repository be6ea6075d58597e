import { isEpreuveError } from '../../../core/index.js';
import { type Base64Fault, CdaDocument, type DecodedBase64, decodeBase64 } from '../../../formats/cda/index.js';
import type { Hl7v2Message, Segment } from '../../../formats/hl7v2/index.js';
import { type DocumentFacts, factsOfDocument } from '../../pair/document-facts.js';
import { rememberLast } from '../remember-last.js';
import { declaresTransport, isMdm, transmitsCda } from './transport.js';

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

/** What a document of a message says; `unreadable` when its bytes are no CDA. */
export interface ReadDocument extends CarriedDocument {
  readonly fault?: Base64Fault;
  readonly facts?: DocumentFacts;
  /** Code of the error that reading ended with. */
  readonly unreadable?: string;
  /** What is decoded does not even begin like XML. */
  readonly notXml?: boolean;
}

/** Documents are read once for all rules of a message, and their memory given back. */
export const readDocuments: (message: Hl7v2Message) => readonly ReadDocument[] = rememberLast((message) =>
  carriedDocuments(message).slice(0, MAX_DOCUMENTS).map(read),
);

function read(carried: CarriedDocument): ReadDocument {
  const content = bytesOf(carried);
  if (content.bytes === undefined) return { ...carried, fault: content.fault };
  try {
    const document = CdaDocument.read(content.bytes);
    try {
      return { ...carried, facts: factsOfDocument(document) };
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!isEpreuveError(error, 'document')) throw error;
    return { ...carried, unreadable: error.code, notXml: !looksLikeXml(content.bytes) };
  }
}

/** The first bytes that are no blanks, of UTF-8 or UTF-16. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(head);
}
