import type { XmlEncoding } from './decode-xml.js';

/** Characters between two checkpoints of the byte table. */
const STEP = 256;

/**
 * Places in a text by character index, told in bytes of the original encoding, lines and columns. The tables are built
 * when first asked for: documents without findings never pay for them.
 */
export class TextPlaces {
  #lineStarts: readonly number[] | undefined;
  #byteTable: readonly number[] | undefined;
  readonly #bytesPerUnit: 1 | 2 | undefined;

  constructor(
    private readonly text: string,
    encoding: XmlEncoding,
    /** Bytes before the text: a byte order mark. */
    private readonly lead: number,
    byteLength: number,
  ) {
    if (encoding.startsWith('UTF-16')) this.#bytesPerUnit = 2;
    else if (text.length === byteLength - lead) this.#bytesPerUnit = 1;
  }

  /** Byte offset in the original bytes of the character at `index`. */
  byteOffset(index: number): number {
    if (this.#bytesPerUnit !== undefined) return this.lead + index * this.#bytesPerUnit;
    this.#byteTable ??= countTable(this.text, bytesOf);
    return this.lead + (this.#byteTable[Math.floor(index / STEP)] ?? 0) + bytesOf(this.text, lastStep(index), index);
  }

  /** Length in bytes of the characters from `start` to `end`. */
  byteLength(start: number, end: number): number {
    return this.byteOffset(end) - this.byteOffset(start);
  }

  /** 1-based line and column; a column counts characters, so that a pair of surrogates is one. */
  lineAndColumn(index: number): { line: number; column: number } {
    this.#lineStarts ??= lineStartsOf(this.text);
    const line = lastAtOrBefore(this.#lineStarts, index);
    const start = this.#lineStarts[line] ?? 0;
    return { line: line + 1, column: index - start - this.#pairsBetween(start, index) + 1 };
  }

  #pairTable: readonly number[] | undefined;

  /** Surrogate pairs, each one character, between two places; the table keeps this short however long the line is. */
  #pairsBetween(from: number, to: number): number {
    this.#pairTable ??= /[\udc00-\udfff]/.test(this.text) ? countTable(this.text, pairsOf) : [];
    if (this.#pairTable.length === 0) return 0;
    return this.#pairsBefore(to) - this.#pairsBefore(from);
  }

  #pairsBefore(index: number): number {
    return (this.#pairTable?.[Math.floor(index / STEP)] ?? 0) + pairsOf(this.text, lastStep(index), index);
  }

  /** Index of the character at a 1-based line and column of UTF-16 units, as Java counts them. */
  indexOf(line: number, column: number): number {
    this.#lineStarts ??= lineStartsOf(this.text);
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - 1;
  }

  /** Index of the first character of the line that holds `index`, and of the character after its last. */
  lineSpan(index: number): { start: number; end: number } {
    this.#lineStarts ??= lineStartsOf(this.text);
    const line = lastAtOrBefore(this.#lineStarts, index);
    const start = this.#lineStarts[line] ?? 0;
    const next = this.#lineStarts[line + 1] ?? this.text.length;
    let end = next;
    while (end > start && /[\r\n]/.test(this.text[end - 1] ?? '')) end -= 1;
    return { start, end };
  }
}

function lastAtOrBefore(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Lines end with LF, CR LF or CR alone, as an XML parser sees them (XML 1.0 §2.11). */
function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Start of the checkpoint a place stands after. */
function lastStep(index: number): number {
  return Math.floor(index / STEP) * STEP;
}

/** What stands before each checkpoint, by a count that may be taken piece by piece. */
function countTable(text: string, countOf: (text: string, from: number, to: number) => number): number[] {
  const table = [0];
  let count = 0;
  for (let at = STEP; at < text.length; at += STEP) {
    count += countOf(text, at - STEP, at);
    table.push(count);
  }
  return table;
}

/** Second halves of surrogate pairs: a piece that starts inside a pair counts it, as the one before does not. */
function pairsOf(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xdc00 && code <= 0xdfff) count += 1;
  }
  return count;
}

/** Bytes of UTF-8; each half of a surrogate pair counts for two, so that pieces may cut a pair. */
function bytesOf(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code <= 0xdfff) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
