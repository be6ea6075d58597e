import { isEpreuveError } from '../../core/index.js';
import { CdaDocument, type CdaIdentifier } from '../../formats/cda/index.js';
import {
  bytesOf,
  type CarriedDocument,
  carriedDocuments,
  type DocumentAct,
} from '../../formats/hl7v2/carried-documents.js';
import type { Hl7v2Message } from '../../formats/hl7v2/index.js';
import { type Answer, refuse } from './answer.js';
import type { DocumentId, FiledDocument } from './filed-document.js';

/** One document of a message, read. */
export interface ReceivedDocument {
  readonly act: DocumentAct;
  /** Path of its OBX, for ERR-2. */
  readonly path: string;
  readonly document: FiledDocument;
  /** INS of its recordTarget. */
  readonly ins: readonly DocumentId[];
  /** What its RPLC links name. */
  readonly replaces: readonly DocumentId[];
}

const ORDERS: Readonly<Record<string, DocumentAct>> = { NW: 'F', RO: 'C', CA: 'D' };

/** Every document of the message, or the first reason to refuse it. `loadXmlLibrary` must have been awaited. */
export function readReceived(message: Hl7v2Message): readonly ReceivedDocument[] | Answer {
  const carried = carriedDocuments(message);
  if (carried.length === 0) return refuse('101', 'OBX-5', 'Aucun document dans ce message');
  const most = message.type === 'MDM' ? 1 : 2;
  if (carried.length > most) return refuse('207', 'OBX', `${most} document(s) au plus dans ce message`);
  const received: ReceivedDocument[] = [];
  for (const one of carried) {
    const read = readOne(message, one);
    if ('code' in read) return read;
    received.push(read);
  }
  return received;
}

function readOne(message: Hl7v2Message, carried: CarriedDocument): ReceivedDocument | Answer {
  const { obx, number } = carried;
  const act = obx.field(11).text;
  const order = (message.all('ORC')[number - 1] ?? message.first('ORC'))?.field(1).text ?? '';
  // Reference §7.8: a receiver rejects the message when the two disagree.
  if (!isAct(act) || ORDERS[order] !== act) {
    return refuse('207', obx.field(11).path, 'OBX-11 et ORC-1 ne s’accordent pas');
  }
  const content = bytesOf(carried);
  if (content.bytes === undefined) return refuse('102', obx.field(5).path, 'Contenu Base64 illisible');
  try {
    const document = CdaDocument.read(content.bytes);
    try {
      return toReceived(document, act, obx.field(5).path, message.controlId);
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!isEpreuveError(error, 'document')) throw error;
    return refuse('102', obx.field(5).path, 'Le contenu n’est pas un document CDA lisible');
  }
}

function isAct(text: string): text is DocumentAct {
  return text === 'F' || text === 'C' || text === 'D';
}

function toReceived({ header, level }: CdaDocument, act: DocumentAct, path: string, messageId: string) {
  const { id, setId, code, title = '', effectiveTime, patient, relatedDocuments } = header;
  if (id?.root === undefined) return refuse('102', path, 'Document CDA sans identifiant');
  const version = Number(header.versionNumber?.value);
  const document: FiledDocument = {
    id: toId(id),
    setId: setId && toId(setId),
    version: Number.isSafeInteger(version) ? version : undefined,
    level,
    type: code?.code ?? '',
    title,
    date: effectiveTime?.value ?? '',
    messageId,
    state: 'current',
  };
  const replaces = relatedDocuments.filter(({ typeCode }) => typeCode === 'RPLC').flatMap(({ ids }) => ids.map(toId));
  return { act, path, document, ins: (patient?.ins ?? []).map(toId), replaces };
}

function toId({ root, extension }: CdaIdentifier): DocumentId {
  return { root, extension };
}
