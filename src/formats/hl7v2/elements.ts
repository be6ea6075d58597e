import { decodeRaw, readText } from './escape.js';
import type { Hl7v2Message } from './message.js';
import type { Segment } from './segment.js';

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

  /** Holds the separators themselves (MSH-1, MSH-2 and those of FHS and BHS): never split, nothing to resolve. */
  abstract get isLiteral(): boolean;

  /** Holds at least one value: not only separators. `""` counts as a value. */
  get isValued(): boolean {
    if (this.isEmpty) return false;
    if (this.isLiteral) return true;
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
    if (this.isEmpty) return '';
    const { delimiters, charset, raw } = this.message;
    if (isPlain(raw, this.offset, this.end, delimiters.escape)) return raw.slice(this.offset, this.end);
    return this.isLiteral ? decodeRaw(this.raw, charset) : readText(this.raw, delimiters, charset);
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

  get isLiteral(): boolean {
    return this.segment.isLiteral(this.position);
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
    const make = (number: number, start: number, end: number) => new Repetition(this, number, start, end, true);
    return splitElement(this, this.message.delimiters.repetition, make);
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

  get isLiteral(): boolean {
    return this.field.isLiteral;
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
    const make = (number: number, start: number, end: number) => new Component(this, number, start, end, true);
    return splitElement(this, this.message.delimiters.component, make);
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

  get isLiteral(): boolean {
    return this.repetition.isLiteral;
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
    const make = (number: number, start: number, end: number) => new Subcomponent(this, number, start, end, true);
    return splitElement(this, this.message.delimiters.subcomponent, make);
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

  get isLiteral(): boolean {
    return this.component.isLiteral;
  }
}

/**
 * True when the bytes are the text: nothing above 0x7F in them and nothing escaped. Most values are short and plain, and
 * looking at their few bytes is several times faster than two searches.
 */
function isPlain(raw: string, from: number, to: number, escapeMark: string): boolean {
  const mark = escapeMark.charCodeAt(0);
  for (let at = from; at < to; at++) {
    const code = raw.charCodeAt(at);
    if (code > 0x7f || code === mark) return false;
  }
  return true;
}

/** Parts between separators; an empty separator means the whole span is one part. */
function splitElement<Part>(
  element: Element,
  separator: string,
  make: (number: number, start: number, end: number) => Part,
): Part[] {
  const { offset, end } = element;
  if (separator === '' || element.isLiteral) return [make(1, offset, end)];
  const { raw } = element.message;
  const code = separator.charCodeAt(0);
  let at = offset;
  while (at < end && raw.charCodeAt(at) !== code) at++;
  // Nearly always one part: an array of exactly one takes an eighth of the memory of a grown one.
  const parts = [make(1, offset, at)];
  while (at < end) {
    const from = at + 1;
    at = from;
    while (at < end && raw.charCodeAt(at) !== code) at++;
    parts.push(make(parts.length + 1, from, at));
  }
  return parts;
}
