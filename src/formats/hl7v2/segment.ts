import { Field } from './elements.js';
import type { Hl7v2Message } from './message.js';

/** Segments whose first field is the field separator itself. */
const HEADERS = new Set(['MSH', 'FHS', 'BHS']);

const NAME = /^[A-Z][A-Z0-9]{2}$/;

/** True for what can be a segment name: a capital, then two capitals or digits. */
export function isSegmentName(name: string): boolean {
  return NAME.test(name);
}

/** One segment; its fields are found when they are first asked for. */
export class Segment {
  #starts: number[] | undefined;
  #fields: (Field | undefined)[] | undefined;
  readonly isHeader: boolean;

  constructor(
    readonly message: Hl7v2Message,
    /** What stands before the first field separator, whatever it is; see `hasName`. */
    readonly name: string,
    /** Index among all segments of the message, from 0. */
    readonly index: number,
    /** Number among the segments of the same name, from 1. */
    readonly occurrence: number,
    readonly offset: number,
    /** End of the content; the terminator follows. */
    readonly end: number,
    /** `\r`, `\n`, `\r\n`, or empty for a last segment without one. */
    readonly terminator: string,
  ) {
    this.isHeader = HEADERS.has(name);
  }

  get length(): number {
    return this.end - this.offset;
  }

  /** False for a line that does not begin like a segment (text broken over two lines, garbage). */
  get hasName(): boolean {
    return isSegmentName(this.name);
  }

  /** `PID`, `NK1(2)`; for a line without a segment name `segment 4`, since the line itself may be personal data. */
  get path(): string {
    if (!this.hasName) return `segment ${this.index + 1}`;
    return this.occurrence === 1 ? this.name : `${this.name}(${this.occurrence})`;
  }

  get raw(): string {
    return this.message.raw.slice(this.offset, this.end);
  }

  /** MSH-1 and MSH-2 (and those of FHS, BHS) hold the separators as characters: they are never split. */
  isLiteral(position: number): boolean {
    return position <= 2 && this.isHeader;
  }

  /** Number of the last field that stands in the segment, empty or not. */
  get fieldCount(): number {
    return this.fieldStarts.length - 1 + (this.isHeader ? 1 : 0);
  }

  /** The fields that stand in the segment, in order, empty ones included. */
  *fields(): Generator<Field> {
    for (let position = 1; position <= this.fieldCount; position++) yield this.field(position);
  }

  /** 1-based; an element that does not exist beyond the last. */
  field(position: number): Field {
    // Only fields that stand in the segment are kept: the position may come from outside and be huge.
    if (position > this.fieldCount) return this.#makeField(position);
    this.#fields ??= [];
    let field = this.#fields[position];
    if (field === undefined) {
      field = this.#makeField(position);
      this.#fields[position] = field;
    }
    return field;
  }

  /** The field that holds a byte offset of the message; undefined for the name and for a separator. */
  fieldAt(offset: number): Field | undefined {
    const starts = this.fieldStarts;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    if (index < 1) return undefined;
    const field = this.field(this.isHeader ? index + 1 : index);
    return offset < field.end ? field : undefined;
  }

  /** True when some field holds a value. */
  get isValued(): boolean {
    for (let position = this.isHeader ? 3 : 1; position <= this.fieldCount; position++) {
      if (this.field(position).isValued) return true;
    }
    return false;
  }

  /** Lets go of what was found in the segment; it is found again when asked for. */
  forgetParts(): void {
    this.#starts = undefined;
    this.#fields = undefined;
  }

  #makeField(position: number): Field {
    const starts = this.fieldStarts;
    if (this.isHeader && position === 1) {
      const at = this.offset + this.name.length;
      return new Field(this, 1, Math.min(at, this.end), Math.min(at + 1, this.end), at < this.end);
    }
    const index = this.isHeader ? position - 1 : position;
    const start = starts[index];
    if (start === undefined) return new Field(this, position, this.end, this.end, false);
    const next = starts[index + 1];
    return new Field(this, position, start, next === undefined ? this.end : next - 1, true);
  }

  /** Start of the name, then of each part after a field separator: bytes from the start of the message. */
  get fieldStarts(): readonly number[] {
    if (this.#starts) return this.#starts;
    const { raw, delimiters } = this.message;
    const separator = delimiters.field.charCodeAt(0);
    const starts = [this.offset];
    for (let at = this.offset; at < this.end; at++) {
      if (raw.charCodeAt(at) === separator) starts.push(at + 1);
    }
    this.#starts = starts;
    return starts;
  }
}
