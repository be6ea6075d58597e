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
  const declared = declaresTransport(message) || isMdm(message);
  const bearers = message.all('OBX').filter((obx) => isBearer(obx, declared));
  return bearers.map((obx, index) => ({ obx, number: index + 1 }));
}

function isBearer(obx: Segment, declared: boolean): boolean {
  const code = obx.field(3);
  if (code.component(3).text === 'MetaDMPMSS' || METADATA.has(code.component(1).text)) return false;
  if (obx.field(5).component(3).text.toUpperCase() === 'XML') return true;
  return declared && (obx.field(2).text === 'ED' || obx.field(5).component(5).isValued);
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

/** The bytes of a document, or what keeps them from being decoded. Strict: a receiver may not guess. */
export function bytesOf({ obx }: CarriedDocument): DecodedBase64 {
  // A message has a largest size, and reading CDA one of its own: nothing here grows beyond the message.
  return decodeBase64(obx.field(5).component(5).raw);
}

/** What a document of a message says; `unreadable` when its bytes are no CDA. */
export interface ReadDocument extends CarriedDocument {
  readonly fault?: Base64Fault;
  readonly facts?: DocumentFacts;
  /** Code of the error that reading ended with. */
  readonly unreadable?: string;
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
    return { ...carried, unreadable: error.code };
  }
}
