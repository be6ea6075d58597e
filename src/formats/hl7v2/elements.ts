import { readText } from './escape.js';
import type { Hl7v2Message } from './message.js';

/**
 * A part of a message: field, repetition, component or sub-component. An element that the message does not hold is
 * still an element (`exists` false, empty, standing where it would have to be added), so that rules need no special
 * case and a finding about something missing can point at a place.
 *
 * Offsets are bytes from the start of the message: the message's `raw` string has one character per byte.
 */
export abstract class Element {
  constructor(
    readonly segment: Segment,
    readonly offset: number,
    readonly end: number,
    readonly exists: boolean,
  ) {}

  get message(): Hl7v2Message {
    return this.segment.message;
  }

  get length(): number {
    return this.end - this.offset;
  }

  /** Bytes as one character each, escapes untouched. */
  get raw(): string {
    return this.message.raw.slice(this.offset, this.end);
  }

  /** No bytes at all; `""` is not empty, it is null. */
  get isEmpty(): boolean {
    return this.end === this.offset;
  }

  /** The explicit null `""`: the receiver must delete its value. */
  get isNull(): boolean {
    return this.end - this.offset === 2 && this.raw === '""';
  }

  /** Holds at least one value: not only separators. `""` counts as a value. */
  get isValued(): boolean {
    if (this.isEmpty) return false;
    const { component, subcomponent, repetition } = this.message.delimiters;
    const { raw } = this.message;
    for (let position = this.offset; position < this.end; position++) {
      const char = raw[position];
      if (char !== component && char !== subcomponent && char !== repetition) return true;
    }
    return false;
  }

  /** Text with escapes resolved and bytes decoded; the empty string when empty. */
  get text(): string {
    return this.isEmpty ? '' : readText(this.raw, this.message.delimiters, this.message.charset);
  }

  /** HL7 path, e.g. `PID-3[2].4.1`; the segment gets an occurrence number from its second occurrence on. */
  abstract get path(): string;
}

export class Field extends Element {
  #repetitions: Repetition[] | undefined;

  constructor(
    segment: Segment,
    readonly position: number,
    offset: number,
    end: number,
    exists: boolean,
  ) {
    super(segment, offset, end, exists);
  }

  get path(): string {
    return `${this.segment.path}-${this.position}`;
  }

  /** The repetitions; none for an empty field, several (some of them empty) when `~` stands in it. */
  get repetitions(): readonly Repetition[] {
    this.#repetitions ??= this.#split();
    return this.#repetitions;
  }

  /** 1-based; an element that does not exist beyond the last. */
  repetition(number: number): Repetition {
    return this.repetitions[number - 1] ?? new Repetition(this, number, this.end, this.end, false);
  }

  get first(): Repetition {
    return this.repetition(1);
  }

  /** Component of the first repetition. */
  component(number: number): Component {
    return this.first.component(number);
  }

  #split(): Repetition[] {
    if (this.isEmpty) return [];
    const separator = this.segment.isLiteral(this.position) ? '' : this.message.delimiters.repetition;
    return splitSpan(this.message.raw, this.offset, this.end, separator).map(
      ([start, end], index) => new Repetition(this, index + 1, start, end, true),
    );
  }
}

export class Repetition extends Element {
  #components: Component[] | undefined;

  constructor(
    readonly field: Field,
    readonly number: number,
    offset: number,
    end: number,
    exists: boolean,
  ) {
    super(field.segment, offset, end, exists);
  }

  get path(): string {
    return this.number === 1 ? this.field.path : `${this.field.path}[${this.number}]`;
  }

  get components(): readonly Component[] {
    this.#components ??= this.#split();
    return this.#components;
  }

  component(number: number): Component {
    return this.components[number - 1] ?? new Component(this, number, this.end, this.end, false);
  }

  #split(): Component[] {
    if (this.isEmpty) return [];
    const separator = this.segment.isLiteral(this.field.position) ? '' : this.message.delimiters.component;
    return splitSpan(this.message.raw, this.offset, this.end, separator).map(
      ([start, end], index) => new Component(this, index + 1, start, end, true),
    );
  }
}

export class Component extends Element {
  #subcomponents: Subcomponent[] | undefined;

  constructor(
    readonly repetition: Repetition,
    readonly number: number,
    offset: number,
    end: number,
    exists: boolean,
  ) {
    super(repetition.segment, offset, end, exists);
  }

  get path(): string {
    return `${this.repetition.path}.${this.number}`;
  }

  get subcomponents(): readonly Subcomponent[] {
    this.#subcomponents ??= this.#split();
    return this.#subcomponents;
  }

  subcomponent(number: number): Subcomponent {
    return this.subcomponents[number - 1] ?? new Subcomponent(this, number, this.end, this.end, false);
  }

  #split(): Subcomponent[] {
    if (this.isEmpty) return [];
    const literal = this.segment.isLiteral(this.repetition.field.position);
    const separator = literal ? '' : this.message.delimiters.subcomponent;
    return splitSpan(this.message.raw, this.offset, this.end, separator).map(
      ([start, end], index) => new Subcomponent(this, index + 1, start, end, true),
    );
  }
}

export class Subcomponent extends Element {
  constructor(
    readonly component: Component,
    readonly number: number,
    offset: number,
    end: number,
    exists: boolean,
  ) {
    super(component.segment, offset, end, exists);
  }

  get path(): string {
    return `${this.component.path}.${this.number}`;
  }
}

/** Segments whose first field is the field separator itself. */
const HEADERS = new Set(['MSH', 'FHS', 'BHS']);

export class Segment {
  #starts: number[] | undefined;
  readonly #fields: (Field | undefined)[] = [];

  constructor(
    readonly message: Hl7v2Message,
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
  ) {}

  get length(): number {
    return this.end - this.offset;
  }

  get path(): string {
    return this.occurrence === 1 ? this.name : `${this.name}(${this.occurrence})`;
  }

  get raw(): string {
    return this.message.raw.slice(this.offset, this.end);
  }

  get isHeader(): boolean {
    return HEADERS.has(this.name);
  }

  /** MSH-1 and MSH-2 (and those of FHS, BHS) hold the separators as characters: they are never split. */
  isLiteral(position: number): boolean {
    return position <= 2 && this.isHeader;
  }

  /** Number of the last field that stands in the segment, empty or not. */
  get fieldCount(): number {
    return this.#fieldStarts().length - 1 + (this.isHeader ? 1 : 0);
  }

  /** 1-based; an element that does not exist beyond the last. */
  field(position: number): Field {
    let field = this.#fields[position];
    if (field === undefined) {
      field = this.#makeField(position);
      this.#fields[position] = field;
    }
    return field;
  }

  /** True when some field holds a value. */
  get isValued(): boolean {
    for (let position = this.isHeader ? 3 : 1; position <= this.fieldCount; position++) {
      if (this.field(position).isValued) return true;
    }
    return false;
  }

  #makeField(position: number): Field {
    const starts = this.#fieldStarts();
    if (this.isHeader && position === 1) {
      const at = this.offset + this.name.length;
      return new Field(this, 1, at, Math.min(at + 1, this.end), at < this.end);
    }
    const index = this.isHeader ? position - 1 : position;
    const start = starts[index];
    if (start === undefined) return new Field(this, position, this.end, this.end, false);
    const next = starts[index + 1];
    return new Field(this, position, start, next === undefined ? this.end : next - 1, true);
  }

  /** Start of the name, then of each part after a field separator. */
  #fieldStarts(): number[] {
    if (this.#starts) return this.#starts;
    const { raw, delimiters } = this.message;
    const starts = [this.offset];
    let at = raw.indexOf(delimiters.field, this.offset);
    while (at >= 0 && at < this.end) {
      starts.push(at + 1);
      at = raw.indexOf(delimiters.field, at + 1);
    }
    this.#starts = starts;
    return starts;
  }
}

/** Spans between separators; an empty separator means the whole span is one part. */
function splitSpan(raw: string, start: number, end: number, separator: string): [number, number][] {
  const spans: [number, number][] = [];
  let from = start;
  if (separator !== '') {
    for (let at = from; at < end; at++) {
      if (raw[at] === separator) {
        spans.push([from, at]);
        from = at + 1;
      }
    }
  }
  spans.push([from, end]);
  return spans;
}
