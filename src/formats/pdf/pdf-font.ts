import iconv from 'iconv-lite';
import type { PdfFile } from './pdf-file.js';
import { PdfLexer, type PdfValue } from './pdf-lexer.js';

/** Turns a shown string into text; undefined for a character nobody can name. */
export interface PdfFont {
  decode(shown: string): { readonly text: string; readonly isComplete: boolean };
}

/** A font by its ToUnicode table, else by its declared encoding. Undefined: its characters have no known meaning. */
export function readFont(file: PdfFile, font: PdfValue | undefined): PdfFont | undefined {
  const dictionary = file.resolve(font);
  if (dictionary?.kind !== 'dictionary') return undefined;
  const table = file.streamOf(dictionary.entries.get('ToUnicode'));
  const subtype = file.get(dictionary, 'Subtype');
  const isComposite = subtype?.kind === 'name' && subtype.value === 'Type0';
  if (table !== undefined) return fontOf(readCMap(table), isComposite ? 2 : 1);
  if (isComposite) return undefined;
  const map = simpleEncoding(file, file.get(dictionary, 'Encoding'));
  return map && fontOf(map, 1);
}

function fontOf(map: ReadonlyMap<number, string>, width: 1 | 2): PdfFont {
  return {
    decode(shown) {
      const parts: string[] = [];
      let isComplete = true;
      for (let at = 0; at + width <= shown.length; at += width) {
        const code = width === 1 ? shown.charCodeAt(at) : shown.charCodeAt(at) * 256 + shown.charCodeAt(at + 1);
        const text = map.get(code);
        if (text === undefined) isComplete = false;
        else parts.push(text);
      }
      return { text: parts.join(''), isComplete };
    },
  };
}

/** Codes a range may stand for: a hostile table must not fill the memory. */
const MAX_CODES = 65_536;

/** `bfchar` and `bfrange` of a ToUnicode table (ISO 32000-1 §9.10.3). */
function readCMap(text: string): Map<number, string> {
  const map = new Map<number, string>();
  const lexer = new PdfLexer(text);
  let operands: PdfValue[] = [];
  for (let value = lexer.next(); value && map.size < MAX_CODES; value = lexer.next()) {
    if (value.kind !== 'word') {
      operands.push(value);
      continue;
    }
    if (value.value === 'endbfchar') readPairs(operands, map);
    if (value.value === 'endbfrange') readRanges(operands, map);
    operands = [];
  }
  return map;
}

function readPairs(operands: readonly PdfValue[], map: Map<number, string>): void {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const [from, to] = [operands[index], operands[index + 1]];
    if (from?.kind === 'string' && to?.kind === 'string') map.set(codeOf(from.value), utf16(to.value));
  }
}

function readRanges(operands: readonly PdfValue[], map: Map<number, string>): void {
  for (let index = 0; index + 2 < operands.length; index += 3) {
    const [first, last, to] = [operands[index], operands[index + 1], operands[index + 2]];
    if (first?.kind !== 'string' || last?.kind !== 'string') continue;
    const start = codeOf(first.value);
    const end = Math.min(codeOf(last.value), start + MAX_CODES - 1);
    for (let code = start; code <= end && map.size < MAX_CODES; code++) {
      const text = to && rangeText(to, code - start);
      if (text !== undefined) map.set(code, text);
    }
  }
}

function rangeText(to: PdfValue, step: number): string | undefined {
  if (to.kind === 'array') {
    const item = to.items[step];
    return item?.kind === 'string' ? utf16(item.value) : undefined;
  }
  if (to.kind !== 'string') return undefined;
  const text = utf16(to.value);
  const last = text.codePointAt(text.length - 1) ?? 0;
  return text.slice(0, -1) + String.fromCodePoint(Math.min(last + step, 0xffff));
}

function codeOf(bytes: string): number {
  return [...bytes.slice(0, 4)].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0);
}

function utf16(bytes: string): string {
  return Buffer.from(bytes.length % 2 === 0 ? bytes : `${bytes}\0`, 'latin1')
    .swap16()
    .toString('utf16le');
}

/** WinAnsi, which is what French producers use, with the differences of the font. */
function simpleEncoding(file: PdfFile, encoding: PdfValue | undefined): Map<number, string> | undefined {
  const base = encoding?.kind === 'dictionary' ? file.get(encoding, 'BaseEncoding') : encoding;
  const differences = file.get(encoding, 'Differences');
  if (differences?.kind !== 'array' && !(base?.kind === 'name' && base.value === 'WinAnsiEncoding')) return undefined;
  const map = new Map(base?.kind === 'name' && base.value === 'WinAnsiEncoding' ? WIN_ANSI : []);
  let code = 0;
  for (const item of differences?.kind === 'array' ? differences.items : []) {
    if (item.kind === 'number') code = item.value;
    if (item.kind !== 'name') continue;
    const text = glyphText(item.value);
    if (text === undefined) map.delete(code);
    else map.set(code, text);
    code += 1;
  }
  return map;
}

const WIN_ANSI: ReadonlyMap<number, string> = new Map(
  Array.from({ length: 224 }, (_, index) => {
    const code = index + 32;
    return [code, iconv.decode(Buffer.of(code), 'windows-1252')] as const;
  }),
);

const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circumflex: '\u0302',
  dieresis: '\u0308',
  cedilla: '\u0327',
  tilde: '\u0303',
};
const GLYPHS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((name, digit) => [
      name,
      String(digit),
    ]),
  ),
  space: ' ',
  hyphen: '-',
  period: '.',
  comma: ',',
  colon: ':',
  slash: '/',
  parenleft: '(',
  parenright: ')',
  quotesingle: "'",
  quoteright: '’',
};

/** A glyph by its name (Adobe Glyph List): what names, dates and numbers are written with. */
function glyphText(name: string): string | undefined {
  if (/^[A-Za-z]$/.test(name)) return name;
  const known = Object.hasOwn(GLYPHS, name) ? GLYPHS[name] : undefined;
  if (known !== undefined) return known;
  const [, letter, mark] = /^([A-Za-z])(acute|grave|circumflex|dieresis|cedilla|tilde)$/.exec(name) ?? [];
  if (letter && mark) return `${letter}${MARKS[mark]}`.normalize('NFC');
  const [, digits] = /^uni([0-9A-F]{4})$/.exec(name) ?? [];
  return digits === undefined ? undefined : String.fromCharCode(Number.parseInt(digits, 16));
}
