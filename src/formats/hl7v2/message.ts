import { constants } from 'node:buffer';
import { type Location, makeError } from '../../core/index.js';
import { type Charset, charsetNamed, effectiveEncoding } from './charset.js';
import { type Delimiters, readDelimiters } from './delimiters.js';
import type { Element, Field } from './elements.js';
import { parsePath } from './path.js';
import { PositionIndex } from './positions.js';
import { Segment } from './segment.js';
import { splitSegments } from './split-segments.js';

/** Something unusual in the bytes that does not stop reading. */
export interface Anomaly {
  readonly code:
    | 'byte-order-mark'
    | 'leading-blank'
    | 'line-feed'
    | 'carriage-return-line-feed'
    | 'empty-line'
    | 'nul-byte';
  readonly offset: number;
  readonly length: number;
}

export interface ParseOptions {
  /** Where the message starts in its container (a file of many messages); shifts the places of locations. */
  readonly origin?: Origin;
  /** In bytes. */
  readonly maxBytes?: number;
  readonly maxSegments?: number;
  /** Separators in the whole message: fields, repetitions, components and sub-components together. */
  readonly maxParts?: number;
}

/** Start of a message in its container: bytes from 0, line from 1, column in characters from 1 (1 when absent). */
export interface Origin {
  readonly offset: number;
  readonly line: number;
  readonly column?: number;
}

/** Far above any ADT message and low enough to keep a judged message under a few hundred megabytes. */
export const DEFAULT_LIMITS = { maxBytes: 64 * 1024 * 1024, maxSegments: 250_000, maxParts: 2_000_000 } as const;

/**
 * An HL7 v2 message in its original bytes. `raw` is those bytes as a string of one character per byte (ISO 8859-1),
 * so every index in it is a byte offset; text is decoded element by element with the character set of MSH-18.
 */
export class Hl7v2Message {
  readonly raw: string;
  readonly delimiters: Delimiters;
  readonly segments: readonly Segment[];
  readonly anomalies: readonly Anomaly[];
  readonly charset: Charset;
  readonly origin: Origin;
  readonly #byName: ReadonlyMap<string, readonly Segment[]>;
  #positions: PositionIndex | undefined;
  #type: string | undefined;
  #event: string | undefined;

  /**
   * Throws a document error and nothing else: `hl7v2-not-a-message`, `hl7v2-too-large`, `hl7v2-too-many-segments`,
   * `hl7v2-too-many-parts`.
   */
  constructor(
    readonly bytes: Uint8Array,
    options: ParseOptions = {},
  ) {
    const {
      maxBytes: bytesAllowed = DEFAULT_LIMITS.maxBytes,
      maxSegments = DEFAULT_LIMITS.maxSegments,
      maxParts = DEFAULT_LIMITS.maxParts,
    } = options;
    const maxBytes = Math.min(bytesAllowed, constants.MAX_STRING_LENGTH);
    if (bytes.byteLength > maxBytes) throw makeError('hl7v2-too-large', { size: bytes.byteLength, limit: maxBytes });
    this.origin = options.origin ?? { offset: 0, line: 1 };
    this.raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const bom = byteOrderMarkLength(this.raw);
    const start = skipBlank(this.raw, bom);
    if (!isHeaderStart(this.raw, start)) throw makeError('hl7v2-not-a-message', { line: this.origin.line });
    this.delimiters = readDelimiters(this.raw.slice(start, start + 64).split(/[\r\n]/, 1)[0] ?? '');
    refuseTooManyParts(this.raw, this.delimiters, maxParts);
    const { segments, byName, anomalies } = splitSegments(this, start, maxSegments);
    this.segments = segments;
    this.#byName = byName;
    this.anomalies = [...leadingAnomalies(this.raw, bom, start), ...anomalies];
    this.charset = charsetNamed(this.msh.field(18).first.raw, bytes);
  }

  get msh(): Segment {
    return this.segments[0] as Segment;
  }

  /** First segment of that name. */
  first(name: string): Segment | undefined {
    return this.#byName.get(name)?.[0];
  }

  /** Every segment of that name, in order. */
  all(name: string): readonly Segment[] {
    return this.#byName.get(name) ?? [];
  }

  /** First segment of that name, or one that does not exist and stands at the end of the message. */
  segment(name: string): Segment {
    return this.first(name) ?? this.missingSegment(name);
  }

  /** A segment that is not there, to point at the place where one is missing: after `after`, or at the end. */
  missingSegment(name: string, after?: Segment): Segment {
    const at = after?.end ?? this.segments.at(-1)?.end ?? this.raw.length;
    return new Segment(this, name, after ? after.index + 1 : this.segments.length, 1, at, at, '');
  }

  /** Field of the first segment of that name: `message.field('PID', 3)`. */
  field(name: string, position: number): Field {
    return this.segment(name).field(position);
  }

  /** The element at a path such as `PID-3[2].4.2`; throws a Defect when the path is not one. */
  at(path: string): Element {
    const { segment, occurrence, field, repetition, component, subcomponent } = parsePath(path);
    const found = this.all(segment)[occurrence - 1] ?? this.missingSegment(segment);
    const position = found.field(field);
    if (component === undefined) return repetition === undefined ? position : position.repetition(repetition);
    const part = position.repetition(repetition ?? 1).component(component);
    return subcomponent === undefined ? part : part.subcomponent(subcomponent);
  }

  /** Decoded text at a path; the empty string when there is nothing. */
  text(path: string): string {
    return this.at(path).text;
  }

  /** `MSH-9.1`, e.g. `ADT`. Kept, as `event` is: nearly every rule asks. */
  get type(): string {
    this.#type ??= this.msh.field(9).component(1).text;
    return this.#type;
  }

  /** `MSH-9.2`, e.g. `A28`. */
  get event(): string {
    this.#event ??= this.msh.field(9).component(2).text;
    return this.#event;
  }

  get controlId(): string {
    return this.msh.field(10).text;
  }

  /** `MSH-12.1`, e.g. `2.5`. */
  get version(): string {
    return this.msh.field(12).component(1).text;
  }

  /**
   * Lets go of the fields and components found so far, ten times the memory of the bytes. They are found again when
   * asked for, as other objects: do not compare elements from before and after.
   */
  forgetParts(): void {
    for (const segment of this.segments) segment.forgetParts();
  }

  /** Location of an element or segment in the container's bytes. */
  locate(element: Element | Segment): Location {
    return this.locateSpan(element.path, element.offset, element.length);
  }

  /** Location of any span of the message; `path` is what people read. */
  locateSpan(path: string, offset: number, length: number): Location {
    const { line, column } = this.position(offset);
    return { format: 'hl7v2', path, offset: this.origin.offset + offset, length, line, column };
  }

  /**
   * Line (of the container) and column (in characters) of a byte offset of the message. A line starts after each
   * segment terminator, so the first segment is line 1 whatever the line ends are. The first call walks the message
   * once; the next ones look a few kilobytes up.
   */
  position(offset: number): { line: number; column: number } {
    this.#positions ??= this.#indexPositions();
    const { line, column } = this.#positions.position(offset);
    const shift = line === 0 ? (this.origin.column ?? 1) - 1 : 0;
    return { line: this.origin.line + line, column: column + shift };
  }

  #indexPositions(): PositionIndex {
    const isMultiByte = effectiveEncoding(this.charset, this.bytes) === 'utf-8';
    return new PositionIndex(this.raw, isMultiByte ? 'utf-8' : 'single-byte', byteOrderMarkLength(this.raw));
  }
}

function byteOrderMarkLength(raw: string): number {
  return raw.startsWith('\xef\xbb\xbf') ? 3 : 0;
}

function leadingAnomalies(raw: string, bom: number, start: number): Anomaly[] {
  const anomalies: Anomaly[] = [];
  if (bom > 0) anomalies.push({ code: 'byte-order-mark', offset: 0, length: bom });
  if (start > bom) anomalies.push({ code: 'leading-blank', offset: bom, length: start - bom });
  const nul = raw.indexOf('\0');
  if (nul >= 0) anomalies.push({ code: 'nul-byte', offset: nul, length: 1 });
  return anomalies;
}

function skipBlank(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && BLANKS.has(raw.charCodeAt(at))) at++;
  return at;
}

/** Space, tab, LF, CR. */
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** MSH, then a field separator that is neither a letter, a digit, `_` nor a blank. */
function isHeaderStart(raw: string, at: number): boolean {
  return raw.startsWith('MSH', at) && /^[^\s\w]$/.test(raw.slice(at + 3, at + 4));
}

/** Counts only when there are more bytes than parts allowed, so that ordinary messages pay nothing. */
function refuseTooManyParts(raw: string, delimiters: Delimiters, limit: number): void {
  if (raw.length <= limit) return;
  const { field, repetition, component, subcomponent } = delimiters;
  const isSeparator = new Uint8Array(256);
  for (const char of [field, repetition, component, subcomponent]) if (char !== '') isSeparator[char.charCodeAt(0)] = 1;
  let count = 0;
  for (let at = 0; at < raw.length; at++) count += isSeparator[raw.charCodeAt(at)] as number;
  if (count > limit) throw makeError('hl7v2-too-many-parts', { count, limit });
}
