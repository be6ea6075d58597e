import { type Charset, decodeBytes } from './charset.js';
import type { Delimiters } from './delimiters.js';

/** One escape sequence of a raw value, for rules that judge them. Offsets are in the raw (one char per byte) value. */
export interface EscapeSequence {
  readonly offset: number;
  readonly length: number;
  /** What stands between the two escape characters; undefined when the second one is missing. */
  readonly content: string | undefined;
}

/** Every escape sequence of a raw value, in order. */
export function* escapeSequences(raw: string, escape: string): Generator<EscapeSequence> {
  if (escape === '') return;
  let start = raw.indexOf(escape);
  while (start >= 0) {
    const end = raw.indexOf(escape, start + 1);
    if (end < 0) {
      yield { offset: start, length: raw.length - start, content: undefined };
      return;
    }
    yield { offset: start, length: end + 1 - start, content: raw.slice(start + 1, end) };
    start = raw.indexOf(escape, end + 1);
  }
}

/**
 * Raw value (one char per byte) to the text a person means: escapes resolved, bytes decoded with the character set.
 * What cannot be resolved (unknown, local or unterminated sequences) stays as written.
 */
export function readText(raw: string, delimiters: Delimiters, charset: Charset): string {
  const { escape } = delimiters;
  if (escape === '' || !raw.includes(escape)) return decodeRaw(raw, charset);
  let text = '';
  let position = 0;
  for (const sequence of escapeSequences(raw, escape)) {
    text += decodeRaw(raw.slice(position, sequence.offset), charset);
    const whole = raw.slice(sequence.offset, sequence.offset + sequence.length);
    text += sequence.content === undefined ? whole : (resolve(sequence.content, delimiters, charset) ?? whole);
    position = sequence.offset + sequence.length;
  }
  return text + decodeRaw(raw.slice(position), charset);
}

function resolve(content: string, delimiters: Delimiters, charset: Charset): string | undefined {
  switch (content) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'T':
      return delimiters.subcomponent;
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    case 'H':
    case 'N':
      return '';
    case '.br':
    case '.sp':
      return '\n';
    default:
      return /^X([0-9A-Fa-f]{2})+$/.test(content)
        ? decodeBytes(Buffer.from(content.slice(1), 'hex'), charset)
        : undefined;
  }
}

/** One char per byte to text. */
export function decodeRaw(raw: string, charset: Charset): string {
  // Nothing above 0x7F: the characters are already the right ones, in every character set we accept.
  if (!/[\x80-\xff]/.test(raw)) return raw;
  return decodeBytes(Buffer.from(raw, 'latin1'), charset);
}

/** Escapes a text so that it can stand in a leaf element. Line breaks become `\.br\`. */
export function escapeText(text: string, delimiters: Delimiters): string {
  const { field, component, repetition, escape, subcomponent } = delimiters;
  if (escape === '') return text;
  const codes: Record<string, string> = {
    [escape]: 'E',
    [field]: 'F',
    [component]: 'S',
    [subcomponent]: 'T',
    [repetition]: 'R',
    '\r\n': '.br',
    '\r': '.br',
    '\n': '.br',
  };
  let escaped = '';
  for (let position = 0; position < text.length; position++) {
    const pair = text.slice(position, position + 2);
    const code = codes[pair === '\r\n' ? pair : (text[position] ?? '')];
    escaped += code === undefined ? text[position] : escape + code + escape;
    if (pair === '\r\n') position++;
  }
  return escaped;
}
