import { type BatchAnomaly, type BatchKind, BatchTracker } from './batch.js';
import { type FileLine, fileLines, isBlankSpan, LineCounter } from './file-lines.js';
import type { Origin } from './message.js';
import { type Block, type FramingAnomaly, isFramed, mllpBlocks } from './mllp-blocks.js';

export type SplitAnomalyCode =
  | FramingAnomaly
  | BatchAnomaly
  | 'many-messages-in-frame'
  | 'blank-lines'
  | 'junk-before-message'
  | 'junk-after-message';

export interface SplitAnomaly {
  readonly code: SplitAnomalyCode;
  /** Bytes from the start of the file. */
  readonly offset: number;
  readonly length: number;
  /** From 1. */
  readonly line: number;
  /** Of a count mismatch: BTS-1 or FTS-1 as written, and what was counted. */
  readonly declared?: string;
  readonly counted?: number;
}

/** One part of a file, in the order of the file. */
export interface DocumentPart {
  /** `end` comes last, once, without bytes: it carries what can only be said at the end of the file. */
  readonly kind: 'message' | BatchKind | 'junk' | 'end';
  /** A view on the bytes of the file. Of a message: from MSH (or its byte order mark) to its last terminator. */
  readonly bytes: Uint8Array;
  /** Give it to `new Hl7v2Message(part.bytes, { origin: part.origin })`. */
  readonly origin: Required<Origin>;
  /** Of a message: its number in the file, from 1. */
  readonly number?: number;
  /** Number of the MLLP frame that holds the part, from 1. */
  readonly frame?: number;
  readonly anomalies: readonly SplitAnomaly[];
}

export interface SplitOptions {
  /** `auto` (default) looks for MLLP framing bytes. */
  readonly framing?: 'auto' | 'mllp' | 'none';
}

/**
 * Cuts a file into HL7 v2 messages: one, many one after the other, a batch (FHS, BHS, BTS, FTS) or a recording of MLLP
 * frames, with whatever stands around them. Nothing is parsed and nothing is kept: each part is a view, made when it is
 * asked for. Time is linear in the bytes. Never throws; bytes that belong to no message are parts of kind `junk`.
 */
export function* splitDocuments(bytes: Uint8Array, options: SplitOptions = {}): Generator<DocumentPart> {
  const { framing = 'auto' } = options;
  const framed = framing === 'mllp' || (framing === 'auto' && isFramed(bytes));
  const whole: Block = { start: 0, end: bytes.length, frame: undefined, anomalies: [] };
  const splitter = new Splitter(bytes);
  for (const block of framed ? mllpBlocks(bytes) : [whole]) yield* splitter.block(block);
  yield splitter.end();
}

type UnitKind = Exclude<DocumentPart['kind'], 'end'>;

/** A part being gathered, line by line. */
interface Unit {
  readonly kind: UnitKind;
  readonly start: number;
  end: number;
  readonly blankFrom: number | undefined;
  /** Lines after a blank line that do not look like segments: junk, unless a segment follows. */
  doubt: { readonly start: number; end: number; readonly blankFrom: number } | undefined;
}

class Splitter {
  readonly #lines: LineCounter;
  /** For what stands after the start of the part that tells it (the end of a frame): offsets never go back in either. */
  readonly #laterLines: LineCounter;
  readonly #batches = new BatchTracker();
  #pending: Omit<SplitAnomaly, 'line'>[] = [];
  #messages = 0;
  #messagesInBlock = 0;

  constructor(readonly bytes: Uint8Array) {
    this.#lines = new LineCounter(bytes);
    this.#laterLines = new LineCounter(bytes);
  }

  *block(block: Block): Generator<DocumentPart> {
    this.#pending.push(...block.anomalies);
    this.#messagesInBlock = 0;
    let last: number | undefined;
    for (const unit of unitsOf(this.bytes, block.start, block.end)) {
      yield this.#part(unit, block);
      last = unit.end;
    }
    // A frame is told even when nothing is in it, so that what waits for a part never grows.
    if (last === undefined && block.frame !== undefined) yield this.#emptyFrame(block);
    else this.#noteBlank(last ?? block.start, block.end);
  }

  end(): DocumentPart {
    const { length } = this.bytes;
    for (const finding of this.#batches.end()) this.#pending.push({ ...finding, offset: length, length: 0 });
    return { kind: 'end', bytes: this.bytes.subarray(length), ...this.#place(length) };
  }

  #part(unit: Unit, block: Block): DocumentPart {
    const { kind, start, end } = unit;
    if (unit.blankFrom !== undefined) this.#noteBlank(unit.blankFrom, start);
    if (kind === 'message') this.#countMessage(unit, block);
    else if (kind === 'junk') this.#noteJunk(unit);
    else this.#noteBatch(kind, unit);
    return {
      kind,
      bytes: this.bytes.subarray(start, end),
      ...this.#place(start),
      ...(kind === 'message' && { number: this.#messages }),
      ...(block.frame !== undefined && { frame: block.frame }),
    };
  }

  #emptyFrame({ start, end, frame = 0 }: Block): DocumentPart {
    return { kind: 'junk', bytes: this.bytes.subarray(start, end), ...this.#place(start), frame };
  }

  #countMessage({ start, end }: Unit, block: Block): void {
    this.#messages++;
    this.#messagesInBlock++;
    this.#batches.message();
    if (block.frame !== undefined && this.#messagesInBlock > 1) {
      this.#pending.push({ code: 'many-messages-in-frame', offset: start, length: end - start });
    }
  }

  #noteJunk({ start, end }: Unit): void {
    const code = this.#messages === 0 ? 'junk-before-message' : 'junk-after-message';
    this.#pending.push({ code, offset: start, length: end - start });
  }

  #noteBatch(kind: BatchKind, { start, end }: Unit): void {
    const found = this.#batches.segment(kind, firstFieldOf(this.bytes.subarray(start, end)));
    for (const finding of found) this.#pending.push({ ...finding, offset: start, length: end - start });
  }

  #noteBlank(start: number, end: number): void {
    if (start < end && isBlankSpan(this.bytes, start, end))
      this.#pending.push({ code: 'blank-lines', offset: start, length: end - start });
  }

  /** Origin of a part, and the anomalies that wait for one, in the order of the file. */
  #place(start: number): Pick<DocumentPart, 'origin' | 'anomalies'> {
    const sorted = this.#pending.sort((one, other) => one.offset - other.offset);
    this.#pending = [];
    const before = sorted.filter(({ offset }) => offset <= start).map((each) => withLine(each, this.#lines));
    const origin = { offset: start, ...this.#lines.position(start) };
    const after = sorted.slice(before.length).map((each) => withLine(each, this.#laterLines));
    return { origin, anomalies: [...before, ...after] };
  }
}

function withLine(anomaly: Omit<SplitAnomaly, 'line'>, lines: LineCounter): SplitAnomaly {
  return { ...anomaly, line: lines.position(anomaly.offset).line };
}

/** Parts of a block in order; what is between them is blank. */
function* unitsOf(bytes: Uint8Array, from: number, to: number): Generator<Unit> {
  let unit: Unit | undefined;
  for (const line of fileLines(bytes, from, to)) {
    const kind = kindOf(bytes, line);
    if (kind === undefined && unit !== undefined && takes(unit, line, bytes)) continue;
    if (unit) yield* closed(unit);
    unit = { kind: kind ?? 'junk', start: line.start, end: line.next, blankFrom: line.blankFrom, doubt: undefined };
  }
  if (unit) yield* closed(unit);
}

/** Adds a line that begins no part to the part before it; false when it cannot belong to that part. */
function takes(unit: Unit, line: FileLine, bytes: Uint8Array): boolean {
  if (unit.kind !== 'message' && unit.kind !== 'junk') return false;
  if (unit.kind === 'message' && !isSegmentLine(bytes, line)) {
    if (unit.doubt) {
      unit.doubt.end = line.next;
      return true;
    }
    if (line.blankFrom !== undefined) {
      unit.doubt = { start: line.start, end: line.next, blankFrom: line.blankFrom };
      return true;
    }
  }
  unit.doubt = undefined;
  unit.end = line.next;
  return true;
}

function* closed(unit: Unit): Generator<Unit> {
  yield unit;
  if (unit.doubt) yield { ...unit.doubt, kind: 'junk', doubt: undefined };
}

const HEADER_KINDS: ReadonlyMap<string, UnitKind> = new Map([
  ['MSH', 'message'],
  ['FHS', 'file-header'],
  ['BHS', 'batch-header'],
  ['BTS', 'batch-trailer'],
  ['FTS', 'file-trailer'],
]);

/** The kind of part that a line begins. A trailer may stand alone; a header needs its separator. */
function kindOf(bytes: Uint8Array, line: FileLine): UnitKind | undefined {
  const start = line.start + markLength(bytes, line.start);
  const first = bytes[start];
  // M, F, B: most lines are told apart by their first byte.
  if (first !== 0x4d && first !== 0x46 && first !== 0x42) return undefined;
  const kind = HEADER_KINDS.get(textOf(bytes, start, start + 3));
  if (kind === undefined || start + 3 > line.end) return undefined;
  if (start + 3 === line.end) return kind.endsWith('trailer') ? kind : undefined;
  return canSeparate(bytes[start + 3]) ? kind : undefined;
}

/** A name, then the end of the line or something that can separate. */
function isSegmentLine(bytes: Uint8Array, { start, end }: FileLine): boolean {
  if (end - start < 3 || !isCapital(bytes[start])) return false;
  if (!isCapitalOrDigit(bytes[start + 1]) || !isCapitalOrDigit(bytes[start + 2])) return false;
  return end - start === 3 || canSeparate(bytes[start + 3]);
}

const isCapital = (byte = 0) => byte >= 0x41 && byte <= 0x5a;
const isCapitalOrDigit = (byte = 0) => isCapital(byte) || (byte >= 0x30 && byte <= 0x39);

/** True for each byte that, as a character, is neither a blank, a letter, a digit nor `_`. */
const SEPARATORS = Array.from({ length: 256 }, (_, byte) => /[^\s\w]/.test(String.fromCharCode(byte)));
const canSeparate = (byte = 0) => SEPARATORS[byte] === true;

function markLength(bytes: Uint8Array, at: number): number {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf ? 3 : 0;
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** First field of a trailer segment, cut to 20 characters. */
function firstFieldOf(bytes: Uint8Array): string {
  const start = markLength(bytes, 0) + 3;
  const separator = bytes[start];
  let end = start + 1;
  while (end < bytes.length && end < start + 21 && bytes[end] !== separator && (bytes[end] ?? 0) >= 0x20) end++;
  return textOf(bytes, start + 1, end);
}
