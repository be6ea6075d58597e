import type { EvidenceSet, Location } from '../core/index.js';
import { bytesOf, carriedDocuments, looksLikeXml, MAX_DOCUMENTS } from '../formats/hl7v2/carried-documents.js';
import type { CdaSubject } from './cda-subjects.js';
import type { MessageSubject } from './subjects.js';

/**
 * CDA documents inside messages, each located where it was carried: frame, message, OBX-5. What does not decode, or to
 * no XML, is a finding of the message (CDA-MSG-001).
 */
export function carriedDocumentsOf(messages: readonly MessageSubject[], evidence: EvidenceSet): CdaSubject[] {
  const placeOf = places(messages, evidence);
  return messages.flatMap((subject) => {
    const { id, item, message } = subject;
    return carriedDocuments(message)
      .slice(0, MAX_DOCUMENTS)
      .flatMap((carried): CdaSubject[] => {
        const { bytes } = bytesOf(carried);
        if (bytes === undefined || !looksLikeXml(bytes)) return [];
        const outer = placeOf(subject);
        const within = { ...message.locate(carried.obx.field(5).component(5)), ...(outer && { within: outer }) };
        return [{ kind: 'document', id: `${id}-document-${carried.number}`, item, bytes, within, message: id }];
      });
  });
}

/** Where a message stands: its frame on the wire, its place in a file of several. */
function places(
  messages: readonly MessageSubject[],
  evidence: EvidenceSet,
): (subject: MessageSubject) => Location | undefined {
  const frames = framesOf(evidence);
  const counts = new Map<string, number>();
  for (const { item } of messages) counts.set(item.id, (counts.get(item.id) ?? 0) + 1);
  return ({ id, item, message }) => {
    const { offset, line, column = 1 } = message.origin;
    const span = { offset, length: message.bytes.length, line, column };
    const frame = frames.get(item.id);
    if (frame !== undefined) {
      const within: Location = {
        format: 'wire',
        path: `frame ${frame}`,
        offset: 0,
        length: item.size,
        line: 1,
        column: 1,
      };
      return { format: 'file', path: 'message', ...span, within };
    }
    if ((counts.get(item.id) ?? 0) < 2) return undefined;
    return { format: 'file', path: `message ${id === item.id ? 1 : id.slice(item.id.length + 1)}`, ...span };
  };
}

/** Number of each frame among those of its connection and direction, from 1, by evidence id. */
function framesOf({ items }: EvidenceSet): Map<string, number> {
  const counts = new Map<string, number>();
  const frames = new Map<string, number>();
  for (const { id, kind, connection = '', direction = '' } of items) {
    if (kind !== 'exchange') continue;
    const key = `${connection}\n${direction}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    frames.set(id, number);
  }
  return frames;
}
