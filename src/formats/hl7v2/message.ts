import { type Location, makeError } from '../../core/index.js';
import { type Charset, charsetNamed } from './charset.js';
import { type Delimiters, readDelimiters } from './delimiters.js';
import { type Element, type Field, Segment } from './elements.js';
import { decodeRaw } from './escape.js';
import { parsePath } from './path.js';

/** Something unusual in the bytes that does not stop reading. */
export interface Anomaly {
  readonly code: 'byte-order-mark' | 'line-feed' | 'carriage-return-line-feed' | 'empty-line' | 'nul-byte';
  readonly offset: number;
  readonly length: number;
}

export interface ParseOptions {
  /** Where the message starts in its container (a file of many messages); shifts offsets and lines of locations. */
  readonly origin?: { readonly offset: number; readonly line: number };
  /** In bytes. */
  readonly maxBytes?: number;
  readonly maxSegments?: number;
}

/** Far above any ADT message and low enough to keep a judged message under a few hundred megabytes. */
export const DEFAULT_LIMITS = { maxBytes: 64 * 1024 * 1024, maxSegments: 250_000 } as const;

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
  readonly origin: { readonly offset: number; readonly line: number };
  readonly #byName = new Map<string, Segment[]>();
  #lineStarts: number[] | undefined;

  /** Throws a document error `hl7v2-not-a-message` or `hl7v2-too-large`, nothing else. */
  constructor(
    readonly bytes: Uint8Array,
    options: ParseOptions = {},
  ) {
    const maxBytes = options.maxBytes ?? DEFAULT_LIMITS.maxBytes;
    if (bytes.byteLength > maxBytes) throw makeError('hl7v2-too-large', { size: bytes.byteLength, limit: maxBytes });
    this.origin = options.origin ?? { offset: 0, line: 1 };
    this.raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const bom = this.raw.startsWith('\xef\xbb\xbf') ? 3 : 0;
    const start = skipBlank(this.raw, bom);
    if (!/^MSH[^\s\w]/.test(this.raw.slice(start, start + 4))) {
      throw makeError('hl7v2-not-a-message', { line: this.origin.line });
    }
    this.delimiters = readDelimiters(this.raw.slice(start, start + 64).split(/[\r\n]/, 1)[0] ?? '');
    const { segments, anomalies } = splitSegments(this, start, options.maxSegments ?? DEFAULT_LIMITS.maxSegments);
    if (bom > 0) anomalies.unshift({ code: 'byte-order-mark', offset: 0, length: 3 });
    this.segments = segments;
    this.anomalies = anomalies;
    for (const segment of segments) {
      const same = this.#byName.get(segment.name);
      if (same) same.push(segment);
      else this.#byName.set(segment.name, [segment]);
    }
    this.charset = charsetNamed(this.msh.field(18).first.raw);
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

  /** `MSH-9.1`, e.g. `ADT`. */
  get type(): string {
    return this.msh.field(9).component(1).text;
  }

  /** `MSH-9.2`, e.g. `A28`. */
  get event(): string {
    return this.msh.field(9).component(2).text;
  }

  get controlId(): string {
    return this.msh.field(10).text;
  }

  /** `MSH-12.1`, e.g. `2.5`. */
  get version(): string {
    return this.msh.field(12).component(1).text;
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

  /** Line (of the container) and column (in characters) of a byte offset of the message. */
  position(offset: number): { line: number; column: number } {
    const starts = this.#lines();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    const before = decodeRaw(this.raw.slice(starts[low], offset), this.charset);
    return { line: this.origin.line + low, column: [...before].length + 1 };
  }

  /** A line starts after each segment terminator, so the first segment is line 1 whatever the line ends are. */
  #lines(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    const pattern = /\r\n|\r|\n/g;
    for (let match = pattern.exec(this.raw); match; match = pattern.exec(this.raw)) starts.push(pattern.lastIndex);
    this.#lineStarts = starts;
    return starts;
  }
}

function skipBlank(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && /[\r\n\t ]/.test(raw[at] as string)) at++;
  return at;
}

/**
 * CR ends a segment (HL7 2.5 §2.8). LF and CR LF are taken too and noted. In a message whose first terminator is CR, a
 * lone LF is data unless it is followed by what looks like a segment, since free text may hold one.
 */
function splitSegments(message: Hl7v2Message, start: number, maxSegments: number) {
  const { raw } = message;
  const { field } = message.delimiters;
  const segments: Segment[] = [];
  const anomalies: Anomaly[] = [];
  const counts = new Map<string, number>();
  const nul = raw.indexOf('\0');
  if (nul >= 0) anomalies.push({ code: 'nul-byte', offset: nul, length: 1 });
  const startsSegment = new RegExp(`[A-Z][A-Z0-9]{2}${escapeForPattern(field)}`, 'y');
  const firstEnd = raw.slice(start).search(/[\r\n]/);
  const lineFeedEnds = firstEnd >= 0 && raw[start + firstEnd] === '\n';
  const terminators = /\r\n|\r|\n/g;
  let from = start;
  terminators.lastIndex = start;
  for (;;) {
    const match = terminators.exec(raw);
    const end = match?.index ?? raw.length;
    const terminator = match?.[0] ?? '';
    if (terminator === '\n' && !lineFeedEnds) {
      startsSegment.lastIndex = end + 1;
      if (end + 1 < raw.length && !startsSegment.test(raw)) continue;
    }
    if (terminator === '\n') anomalies.push({ code: 'line-feed', offset: end, length: 1 });
    if (terminator === '\r\n') anomalies.push({ code: 'carriage-return-line-feed', offset: end, length: 2 });
    if (end > from) {
      if (segments.length >= maxSegments) throw makeError('hl7v2-too-many-segments', { limit: maxSegments });
      const nameEnd = raw.indexOf(field, from);
      const name = raw.slice(from, nameEnd < 0 || nameEnd > end ? end : nameEnd);
      const occurrence = (counts.get(name) ?? 0) + 1;
      counts.set(name, occurrence);
      segments.push(new Segment(message, name, segments.length, occurrence, from, end, terminator));
    } else if (terminator !== '') {
      anomalies.push({ code: 'empty-line', offset: end, length: terminator.length });
    }
    if (!match) break;
    from = end + terminator.length;
  }
  return { segments, anomalies };
}

function escapeForPattern(char: string): string {
  return char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
