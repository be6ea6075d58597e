import type { Excerpt, Location } from '../core/index.js';
import { decodeRaw, type Hl7v2Message } from '../formats/hl7v2/index.js';

/** Characters shown on each side of the faulty part of a long segment. */
const AROUND = 100;

/** The segment a location points into, cut around the faulty part. Undefined for a location outside the message. */
export function excerptOfMessage(message: Hl7v2Message, location: Location): Excerpt | undefined {
  const offset = location.offset - message.origin.offset;
  const segment = message.segments.findLast((candidate) => candidate.offset <= offset);
  if (!segment || location.format !== 'hl7v2') return undefined;
  const from = Math.max(segment.offset, offset - AROUND);
  const partEnd = Math.min(segment.end, offset + Math.min(location.length, AROUND));
  const to = Math.min(segment.end, partEnd + AROUND);
  const read = (start: number, end: number) =>
    decodeRaw(message.raw.slice(start, Math.max(start, end)), message.charset);
  const lead = from > segment.offset ? `${segment.name}…` : '';
  const before = lead + read(from, Math.min(offset, segment.end));
  const part = read(Math.min(offset, segment.end), partEnd);
  const after = read(partEnd, to) + (to < segment.end ? '…' : '');
  return { text: before + part + after, start: before.length, length: part.length };
}
