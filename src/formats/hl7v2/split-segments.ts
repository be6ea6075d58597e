import { makeError } from '../../core/index.js';
import type { Anomaly, Hl7v2Message } from './message.js';
import { Segment } from './segment.js';

/** What `splitSegments` found. */
export interface SplitSegments {
  readonly segments: Segment[];
  /** In order, too. */
  readonly byName: ReadonlyMap<string, readonly Segment[]>;
  readonly anomalies: Anomaly[];
}

/**
 * CR ends a segment (HL7 2.5 §2.8). LF and CR LF are taken too and noted. In a message whose first terminator is CR, a
 * lone LF is data unless it is followed by what looks like a segment, since free text may hold one.
 * Blank lines in a row make one anomaly, so that a message of nothing but line ends costs no memory.
 */
export function splitSegments(message: Hl7v2Message, start: number, maxSegments: number): SplitSegments {
  const { raw } = message;
  const segments: Segment[] = [];
  const anomalies: Anomaly[] = [];
  const byName = new Map<string, Segment[]>();
  const ends = new LineEnds(raw, start, message.delimiters.field);
  let from = start;
  for (;;) {
    const { at: end, terminator } = ends.next(from);
    if (end > from) {
      if (segments.length >= maxSegments) throw makeError('hl7v2-too-many-segments', { limit: maxSegments });
      const name = nameOf(raw, from, end, message.delimiters.field);
      const same = byName.get(name);
      const segment = new Segment(message, name, segments.length, (same?.length ?? 0) + 1, from, end, terminator);
      segments.push(segment);
      if (same) same.push(segment);
      else byName.set(name, [segment]);
    }
    if (terminator === '') return { segments, byName, anomalies };
    if (terminator === '\n') anomalies.push({ code: 'line-feed', offset: end, length: 1 });
    if (terminator === '\r\n') anomalies.push({ code: 'carriage-return-line-feed', offset: end, length: 2 });
    from = skipLineEnds(raw, end + terminator.length);
    const blank = from - end - terminator.length;
    if (blank > 0) anomalies.push({ code: 'empty-line', offset: from - blank, length: blank });
  }
}

/** A segment starts with no line end, so line ends in a row are blank lines whatever their kind. */
function skipLineEnds(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && (raw[at] === '\r' || raw[at] === '\n')) at++;
  return at;
}

/** The line ends of a message in order; each byte is looked at a bounded number of times. */
class LineEnds {
  #carriageReturn: number;
  #lineFeed: number;
  readonly #lineFeedEnds: boolean;

  constructor(
    readonly raw: string,
    start: number,
    readonly field: string,
  ) {
    this.#carriageReturn = indexOrEnd(raw, '\r', start);
    this.#lineFeed = indexOrEnd(raw, '\n', start);
    this.#lineFeedEnds = this.#lineFeed < this.#carriageReturn;
  }

  /** First terminator at or after `from`; the end of the message with an empty terminator when there is none. */
  next(from: number): { at: number; terminator: Segment['terminator'] } {
    if (this.#carriageReturn < from) this.#carriageReturn = indexOrEnd(this.raw, '\r', from);
    if (this.#lineFeed < from) this.#lineFeed = indexOrEnd(this.raw, '\n', from);
    while (this.#lineFeed < this.#carriageReturn && this.#isData(this.#lineFeed)) {
      this.#lineFeed = indexOrEnd(this.raw, '\n', this.#lineFeed + 1);
    }
    const at = Math.min(this.#carriageReturn, this.#lineFeed);
    if (at === this.raw.length) return { at, terminator: '' };
    if (at === this.#lineFeed) return { at, terminator: '\n' };
    return { at, terminator: this.raw[at + 1] === '\n' ? '\r\n' : '\r' };
  }

  #isData(lineFeed: number): boolean {
    if (this.#lineFeedEnds || lineFeed + 1 >= this.raw.length) return false;
    return !isSegmentStart(this.raw, lineFeed + 1, this.field);
  }
}

function indexOrEnd(raw: string, char: string, from: number): number {
  const at = raw.indexOf(char, from);
  return at < 0 ? raw.length : at;
}

/** A capital, two capitals or digits, then the field separator. */
function isSegmentStart(raw: string, at: number, field: string): boolean {
  return raw[at + 3] === field && /^[A-Z][A-Z0-9]{2}$/.test(raw.slice(at, at + 3));
}

/** What stands before the first field separator. Never looks beyond the segment: a search to the end of the message for each segment would be quadratic. */
function nameOf(raw: string, from: number, end: number, field: string): string {
  if (raw[from + 3] === field && from + 3 < end && raw.indexOf(field, from) === from + 3)
    return raw.slice(from, from + 3);
  const segment = raw.slice(from, end);
  const at = segment.indexOf(field);
  return at < 0 ? segment : segment.slice(0, at);
}
