import { makeError } from '../../core/index.js';
import { type Charset, canEncode, charsetNamed, encodeText } from './charset.js';
import { type Delimiters, STANDARD_DELIMITERS } from './delimiters.js';
import { escapeText } from './escape.js';

/** Text already escaped; separators in it separate. Encoded with the character set of the message. */
export interface RawText {
  readonly raw: string;
}

/** Bytes put into the message as they are. */
export interface RawBytes {
  readonly bytes: Uint8Array;
}

/**
 * A text or number to escape; `null` is the explicit null `""`; undefined and the empty string are empty (at the end of
 * a list the empty string still writes its separator, undefined does not).
 */
export type LeafValue = string | number | null | undefined | RawText | RawBytes;

/** Parts by their HL7 number, from 1: `{ 1: 'T0001', 4: { 2: '1.2.3' } }`. */
export type NumberedParts<Part> = Readonly<{ [position: number]: Part }>;

export type ComponentValue = LeafValue | readonly LeafValue[] | NumberedParts<LeafValue>;
export type RepetitionValue = LeafValue | readonly ComponentValue[] | NumberedParts<ComponentValue>;
/** A list is always a list of repetitions: one repetition of two components is `[['A', 'B']]` or `{ 1: 'A', 2: 'B' }`. */
export type FieldValue = LeafValue | NumberedParts<ComponentValue> | readonly RepetitionValue[];

/** Name then fields from 1, or fields by number. In MSH, FHS and BHS fields 1 and 2 are always the separators. */
export type SegmentInput =
  | readonly [name: string, ...fields: FieldValue[]]
  | { readonly name: string; readonly fields: NumberedParts<FieldValue> };

export interface BuildOptions {
  readonly delimiters?: Delimiters;
  /** MSH-18 name of the character set; by default what field 18 of the first segment says. */
  readonly charset?: string;
  /** After each segment, the last included. CR by default; others to make faults on purpose. */
  readonly terminator?: string;
  /**
   * A character that the character set does not have: `refuse` throws, `approximate` writes the letter without its
   * accent, or `?`. Refuse by default.
   */
  readonly unencodable?: 'refuse' | 'approximate';
}

/** HL7 segments have fewer than 200 fields; a greater number is a mistake that would fill the memory. */
const MAX_POSITION = 1000;

/**
 * The bytes of a message: values escaped, joined by the separators, encoded. Nothing is checked, so that wrong messages
 * can be built on purpose. Throws the operator error `hl7v2-cannot-encode`, which names the field.
 */
export function buildMessage(segments: readonly SegmentInput[], options: BuildOptions = {}): Uint8Array {
  const writer: Writer = {
    delimiters: options.delimiters ?? STANDARD_DELIMITERS,
    charset: charsetNamed(options.charset ?? declaredCharset(segments[0])),
    unencodable: options.unencodable ?? 'refuse',
  };
  const terminator = options.terminator ?? '\r';
  return Buffer.from(segments.map((segment) => writeSegment(segment, writer) + terminator).join(''), 'latin1');
}

interface Writer {
  readonly delimiters: Delimiters;
  readonly charset: Charset;
  readonly unencodable: 'refuse' | 'approximate';
}

const CHARSET_POSITION = 18;

function declaredCharset(header: SegmentInput | undefined): string {
  if (!header) return '';
  const value = fieldsOf(header)[CHARSET_POSITION];
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

/** Fields by position; index 0 is the name, which takes no part. */
function fieldsOf(segment: SegmentInput): readonly FieldValue[] {
  return 'name' in segment ? [undefined, ...toList(segment.fields)] : segment;
}

function nameOf(segment: SegmentInput): string {
  return 'name' in segment ? segment.name : segment[0];
}

/** One char per byte. */
function writeSegment(segment: SegmentInput, writer: Writer): string {
  const name = nameOf(segment);
  const { field, component, repetition, escape: mark, subcomponent } = writer.delimiters;
  const values = fieldsOf(segment);
  const isHeader = name === 'MSH' || name === 'FHS' || name === 'BHS';
  const parts = [isHeader ? name + field + component + repetition + mark + subcomponent : name];
  const last = lastOf(values);
  for (let position = isHeader ? 3 : 1; position <= last; position++) {
    const value = values[position];
    parts.push(value === undefined ? '' : writeField(value, writer, { name, position }));
  }
  return parts.join(field);
}

/** Which field is written, for an error about it. */
interface Place {
  readonly name: string;
  readonly position: number;
}

function writeField(value: FieldValue, writer: Writer, place: Place): string {
  if (!Array.isArray(value)) return writeRepetition(value as RepetitionValue, writer, place);
  const repetitions = value as readonly RepetitionValue[];
  return repetitions.map((part) => writeRepetition(part, writer, place)).join(writer.delimiters.repetition);
}

function writeRepetition(value: RepetitionValue, writer: Writer, place: Place): string {
  if (isLeaf(value)) return writeLeaf(value, writer, place);
  const components = toList<ComponentValue>(value);
  return components.map((part) => writeComponent(part, writer, place)).join(writer.delimiters.component);
}

function writeComponent(value: ComponentValue, writer: Writer, place: Place): string {
  if (isLeaf(value)) return writeLeaf(value, writer, place);
  const leaves = toList<LeafValue>(value);
  return leaves.map((part) => writeLeaf(part, writer, place)).join(writer.delimiters.subcomponent);
}

function isLeaf(value: unknown): value is LeafValue {
  if (typeof value !== 'object' || value === null) return true;
  return 'raw' in value || 'bytes' in value;
}

function toList<Part>(parts: readonly Part[] | NumberedParts<Part>): (Part | undefined)[] {
  if (Array.isArray(parts)) return withoutTail(parts);
  const list: (Part | undefined)[] = [];
  for (const [key, part] of Object.entries(parts)) {
    const position = Number(key);
    if (!Number.isInteger(position) || position < 1 || position > MAX_POSITION) {
      throw makeError('defect', { reason: `not the number of an HL7 part: ${key}` });
    }
    list[position - 1] = part;
  }
  return Array.from(list);
}

/** Undefined at the end of a list stands for nothing, not for a separator; the empty string does. */
function withoutTail<Part>(parts: readonly Part[]): Part[] {
  return parts.slice(0, lastOf(parts) + 1);
}

/** Index of the last part that is not undefined, else -1. */
function lastOf(parts: readonly unknown[]): number {
  let last = parts.length - 1;
  while (last >= 0 && parts[last] === undefined) last -= 1;
  return last;
}

function writeLeaf(value: LeafValue, writer: Writer, place: Place): string {
  if (value === undefined) return '';
  if (value === null) return '""';
  if (typeof value !== 'object') return encodeLeaf(escapeText(String(value), writer.delimiters), writer, place);
  if ('bytes' in value) return Buffer.from(value.bytes).toString('latin1');
  return encodeLeaf(value.raw, writer, place);
}

function encodeLeaf(text: string, { charset, unencodable }: Writer, { name, position }: Place): string {
  // The same bytes in every character set that MSH-18 may name, and nearly every value.
  if (/^[\0-\x7f]*$/.test(text)) return text;
  if (canEncode(text, charset)) return Buffer.from(encodeText(text, charset)).toString('latin1');
  if (unencodable === 'refuse') {
    throw makeError('hl7v2-cannot-encode', { path: `${name}-${position}`, charset: charset.name || 'ASCII' });
  }
  const approximated = Array.from(text, (char) => approximate(char, charset)).join('');
  return Buffer.from(encodeText(approximated, charset)).toString('latin1');
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  '’': "'",
  '«': '"',
  '»': '"',
  '…': '...',
};

function approximate(char: string, charset: Charset): string {
  if (canEncode(char, charset)) return char;
  const plain = LOOKALIKES[char] ?? char.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain !== '' && canEncode(plain, charset) ? plain : '?';
}
