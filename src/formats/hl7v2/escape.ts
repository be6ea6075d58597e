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
export function* escapeSequences(raw: string, mark: string): Generator<EscapeSequence> {
  if (mark === '') return;
  let start = raw.indexOf(mark);
  while (start >= 0) {
    const end = raw.indexOf(mark, start + 1);
    if (end < 0) {
      yield { offset: start, length: raw.length - start, content: undefined };
      return;
    }
    yield { offset: start, length: end + 1 - start, content: raw.slice(start + 1, end) };
    start = raw.indexOf(mark, end + 1);
  }
}

/**
 * Raw value (one char per byte) to the text a person means: escapes resolved, bytes decoded with the character set.
 * What cannot be resolved (unknown, local or unterminated sequences) stays as written.
 */
export function readText(raw: string, delimiters: Delimiters, charset: Charset): string {
  const mark = delimiters.escape;
  if (mark === '' || !raw.includes(mark)) return decodeRaw(raw, charset);
  const parts: string[] = [];
  let position = 0;
  for (const sequence of escapeSequences(raw, mark)) {
    parts.push(decodeRaw(raw.slice(position, sequence.offset), charset));
    position = sequence.offset + sequence.length;
    const { content } = sequence;
    const meant = content === undefined ? undefined : resolveEscape(content, delimiters, charset);
    parts.push(meant ?? decodeRaw(raw.slice(sequence.offset, position), charset));
  }
  parts.push(decodeRaw(raw.slice(position), charset));
  return parts.join('');
}

/** Text that an escape sequence stands for; undefined when it is unknown, local (`Z…`) or names a character set. */
export function resolveEscape(content: string, delimiters: Delimiters, charset: Charset): string | undefined {
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
    default:
      return content.startsWith('.') ? resolveFormatting(content) : resolveHexadecimal(content, charset);
  }
}

/** Formatting commands of type FT (HL7 2.5 §2.7.6). Two digits at most: a count must not make a text of gigabytes. */
function resolveFormatting(content: string): string | undefined {
  const match = /^\.(br|ce|sp|sk|in|ti|fi|nf)[ +]?(\d{1,2})?$/.exec(content);
  if (!match) return undefined;
  const [, command, digits] = match;
  const count = Number(digits ?? 1);
  if (command === 'br' || command === 'ce') return '\n';
  if (command === 'sp') return '\n'.repeat(count);
  return command === 'sk' ? ' '.repeat(count) : '';
}

function resolveHexadecimal(content: string, charset: Charset): string | undefined {
  const digits = content.slice(1);
  const isHexadecimal = content.startsWith('X') && digits !== '' && digits.length % 2 === 0;
  // No repeated group here: it would exhaust the stack of the expression on a sequence of megabytes.
  if (!isHexadecimal || /[^0-9A-Fa-f]/.test(digits)) return undefined;
  return decodeBytes(Buffer.from(digits, 'hex'), charset);
}

/** One char per byte to text. */
export function decodeRaw(raw: string, charset: Charset): string {
  // Nothing above 0x7F: the characters are already the right ones, in every character set we accept.
  if (!/[\x80-\xff]/.test(raw)) return raw;
  return decodeBytes(Buffer.from(raw, 'latin1'), charset);
}

/**
 * Escapes a text so that it can stand in a leaf element. Line breaks become `\.br\`; other control characters, among
 * them the two framing bytes of MLLP, become `\X…\`. Without an escape character nothing can be escaped: line breaks
 * then become spaces and the rest stays, since MSH-2 leaves no other choice.
 */
export function escapeText(text: string, delimiters: Delimiters): string {
  const mark = delimiters.escape;
  if (mark === '') return text.replace(/\r\n|\r|\n/g, ' ');
  if (!needsEscape(text, delimiters)) return text;
  const codes = new Map([
    [delimiters.subcomponent, 'T'],
    [delimiters.component, 'S'],
    [delimiters.repetition, 'R'],
    [delimiters.field, 'F'],
    [mark, 'E'],
  ]);
  let escaped = '';
  for (let position = 0; position < text.length; position++) {
    const char = text[position] as string;
    const code = codes.get(char) ?? controlCode(char);
    escaped += code === undefined ? char : mark + code + mark;
    if (char === '\r' && text[position + 1] === '\n') position++;
  }
  return escaped;
}

/** Most values hold nothing to escape. */
function needsEscape(text: string, { field, repetition, component, subcomponent, escape: mark }: Delimiters): boolean {
  for (let position = 0; position < text.length; position++) {
    const char = text[position] as string;
    if (char < ' ' || char === field || char === mark) return true;
    if (char === repetition || char === component || char === subcomponent) return true;
  }
  return false;
}

function controlCode(char: string): string | undefined {
  if (char === '\r' || char === '\n') return '.br';
  if (char >= ' ' || char === '\t') return undefined;
  return `X${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
