import { ByteSearch } from './byte-search.js';
import { isBlankSpan } from './file-lines.js';

const VT = 0x0b;
const FS = 0x1c;
const CR = 0x0d;

/** Same names as the violations of the MLLP decoder: one mistake has one name on a wire and in a file. */
export type FramingAnomaly =
  | 'bytes-outside-frame'
  | 'start-inside-frame'
  | 'missing-carriage-return'
  | 'unterminated-frame'
  | 'empty-frame';

/** What stands in a frame, or between two frames. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** Number of the frame, from 1; undefined outside frames. */
  readonly frame: number | undefined;
  readonly anomalies: readonly { readonly code: FramingAnomaly; readonly offset: number; readonly length: number }[];
}

/**
 * True for a recording of MLLP bytes (VT … FS CR): it begins with VT, a VT stands before a header segment, or FS CR
 * stands in it. A VT alone can be data of a file without frames.
 */
export function isFramed(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const firstVt = buffer.indexOf(VT);
  if (firstVt >= 0 && isBlankSpan(buffer, 0, firstVt)) return true;
  if (firstVt >= 0 && ['MSH', 'FHS', 'BHS'].some((name) => buffer.includes(`\x0b${name}`))) return true;
  return buffer.includes('\x1c\r') || buffer.at(-1) === FS;
}

/** The blocks of a recording in order. A VT inside a frame starts the frame anew, as the receiver of a wire does. */
export function* mllpBlocks(bytes: Uint8Array): Generator<Block> {
  const search = new ByteSearch(bytes);
  let at = 0;
  let frame = 0;
  while (at < bytes.length) {
    const start = search.next(VT, at);
    yield* outsideBlocks(search, at, start);
    if (start === bytes.length) return;
    frame++;
    const content = start + 1;
    const end = Math.min(search.next(FS, content), search.next(VT, content));
    yield { start: content, end, frame, anomalies: frameAnomalies(bytes, content, end) };
    if (bytes[end] === FS) at = end + (bytes[end + 1] === CR ? 2 : 1);
    else at = end;
  }
}

/** What stands between two frames, cut at each FS without a VT; an FS after nothing is told with what follows. */
function* outsideBlocks(search: ByteSearch, from: number, to: number): Generator<Block> {
  const { bytes } = search;
  let told = from;
  let at = from;
  while (at < to) {
    const end = Math.min(search.next(FS, at), to);
    const after = end === to ? to : end + (bytes[end + 1] === CR ? 2 : 1);
    if (!isBlankSpan(bytes, at, end)) {
      yield { start: at, end, frame: undefined, anomalies: [outside(told, after)] };
      told = after;
    } else if (end === to) {
      yield { start: at, end, frame: undefined, anomalies: told < at ? [outside(told, at)] : [] };
      told = after;
    }
    at = after;
  }
  if (told < to) yield { start: to, end: to, frame: undefined, anomalies: [outside(told, to)] };
}

function outside(from: number, to: number): Block['anomalies'][number] {
  return { code: 'bytes-outside-frame', offset: from, length: to - from };
}

function frameAnomalies(bytes: Uint8Array, content: number, end: number): Block['anomalies'] {
  const anomalies: Block['anomalies'][number][] = [];
  if (end === bytes.length)
    anomalies.push({ code: 'unterminated-frame', offset: content - 1, length: end - content + 1 });
  else if (bytes[end] === VT) anomalies.push({ code: 'start-inside-frame', offset: end, length: 1 });
  else {
    if (end === content) anomalies.push({ code: 'empty-frame', offset: content - 1, length: 2 });
    if (bytes[end + 1] !== CR) anomalies.push({ code: 'missing-carriage-return', offset: end, length: 1 });
  }
  return anomalies;
}
