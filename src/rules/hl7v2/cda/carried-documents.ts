import { isEpreuveError } from '../../../core/index.js';
import { type Base64Fault, CdaDocument } from '../../../formats/cda/index.js';
import {
  bytesOf,
  type CarriedDocument,
  carriedDocuments,
  looksLikeXml,
  MAX_DOCUMENTS,
} from '../../../formats/hl7v2/carried-documents.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import { type DocumentFacts, factsOfDocument } from '../../pair/document-facts.js';
import { rememberLast } from '../remember-last.js';

export { carriedDocuments, lacksPadding } from '../../../formats/hl7v2/carried-documents.js';

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
