import { ByteSearch } from './byte-search.js';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** A line that holds something, without its indentation. */
export interface FileLine {
  /** First byte that is no blank. */
  readonly start: number;
  /** End of the content. */
  readonly end: number;
  /** After the terminator. */
  readonly next: number;
  /** Where blank lines before it begin; undefined when there are none. */
  readonly blankFrom: number | undefined;
}

/** The lines of a span that hold something, ended by CR, LF or CR LF. Blank lines are passed over in one go. */
export function* fileLines(bytes: Uint8Array, from: number, to: number): Generator<FileLine> {
  const search = new ByteSearch(bytes);
  let at = from;
  while (at < to) {
    const before = at;
    let hasLineEnd = false;
    for (; at < to && isBlankByte(bytes[at]); at++) hasLineEnd ||= isLineEnd(bytes[at]);
    if (at === to) return;
    const start = at;
    const end = Math.min(search.next(CR, at), search.next(LF, at), to);
    at = end;
    if (at < to) at += bytes[at] === CR && at + 1 < to && bytes[at + 1] === LF ? 2 : 1;
    yield { start, end, next: at, blankFrom: hasLineEnd ? before : undefined };
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === CR || byte === LF;
}

function isBlankByte(byte: number | undefined): boolean {
  return byte === CR || byte === LF || byte === SPACE || byte === TAB;
}

/** True when the span holds only blanks and line ends. */
export function isBlankSpan(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isBlankByte(bytes[at])) return false;
  return true;
}

/** Counts lines from offset to offset, each byte once; offsets must not go back. */
export class LineCounter {
  readonly #search: ByteSearch;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(readonly bytes: Uint8Array) {
    this.#search = new ByteSearch(bytes);
    // The byte order mark takes no column.
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#lineStart = 3;
  }

  /** Line and column (in bytes) from 1. */
  position(offset: number): { line: number; column: number } {
    for (;;) {
      const end = Math.min(this.#search.next(CR, this.#at), this.#search.next(LF, this.#at));
      if (end >= offset) break;
      this.#at = end + 1;
      // The LF of a CR LF ends the line.
      if (this.bytes[end] === CR && this.bytes[end + 1] === LF) continue;
      this.#line++;
      this.#lineStart = this.#at;
    }
    this.#at = Math.max(this.#at, offset);
    return { line: this.#line, column: Math.max(1, offset - this.#lineStart + 1) };
  }
}
