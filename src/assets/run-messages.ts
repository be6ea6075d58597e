import type { EvidenceItem, EvidenceSet, RunResult } from '../core/index.js';
import type { ReportMessage } from '../reports/index.js';

/** Bytes shown of one document, and how many documents: a page must stay light enough to open. */
const MAX_BYTES = 64 * 1024;
const MAX_MESSAGES = 50;

/** Texts of the documents that findings point at, by evidence id, for the page that shows them whole. */
export function messagesOf(evidence: EvidenceSet, { findings }: RunResult): ReadonlyMap<string, ReportMessage> {
  const pointedAt = new Set(findings.map(({ evidenceId }) => evidenceId));
  const told = evidence.items.filter((item) => pointedAt.has(item.id) && isDocument(item)).slice(0, MAX_MESSAGES);
  return new Map(told.map(({ id }) => [id, toText(evidence.bytes(id))]));
}

const isDocument = ({ kind }: EvidenceItem) => kind === 'document' || kind === 'exchange';

/** UTF-8 when it reads so; else one character a byte, which is what French documents of another set mostly are. */
function toText(bytes: Uint8Array): ReportMessage {
  const isCut = bytes.length > MAX_BYTES;
  const shown = bytes.subarray(0, MAX_BYTES);
  try {
    // A cut may fall inside a character: `stream` leaves its beginning out.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(shown, { stream: isCut });
    return { text, encoding: 'utf-8', isCut };
  } catch {
    return { text: Buffer.from(shown).toString('latin1'), encoding: 'latin1', isCut };
  }
}
