import { isTimestamp } from '../timestamp.js';

/** Form of the values of a primitive type (HL7 2.5 chapter 2A; TS as constrained by DT §N.5). */
export interface TypeFormat {
  /** How the form is written, for people. */
  readonly form: string;
  readonly fits: (text: string) => boolean;
  /** A quick look at the bytes; false when `fits` has to decide. */
  readonly surelyFits: (raw: string, start: number, end: number) => boolean;
}

const TIME = /^([01]\d|2[0-3])(?:[0-5]\d(?:[0-5]\d(?:\.\d{1,4})?)?)?(?:[+-](?:0\d|1[0-4])[0-5]\d)?$/;
const DATE = /^\d{4}(?:\d{2}(?:\d{2})?)?$/;

const TIME_STAMP: TypeFormat = {
  form: 'YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]',
  fits: isTimestamp,
  surelyFits: (raw, start, end) => end - start <= 14 && isPlainTimestamp(raw, start, end),
};

/** A blank at either end makes another code of it for most receivers. */
const CODE: TypeFormat = {
  form: 'code',
  fits: (text) => text === text.trim(),
  surelyFits: (raw, start, end) => raw.charCodeAt(start) > 0x20 && raw.charCodeAt(end - 1) > 0x20,
};

const FORMATS: ReadonlyMap<string, TypeFormat> = new Map([
  ['DTM', TIME_STAMP],
  ['TS', TIME_STAMP],
  [
    'DT',
    {
      form: 'YYYY[MM[DD]]',
      fits: (text) => DATE.test(text) && isTimestamp(text),
      surelyFits: (raw, start, end) => end - start <= 8 && isPlainTimestamp(raw, start, end),
    },
  ],
  ['TM', { form: 'HH[MM[SS[.S[S[S[S]]]]]][+/-ZZZZ]', fits: (text) => TIME.test(text), surelyFits: () => false }],
  ['NM', { form: '[+/-]999[.999]', fits: (text) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text), surelyFits: isDigits }],
  [
    'SI',
    {
      form: '0…9999',
      fits: (text) => /^\d{1,4}$/.test(text),
      surelyFits: (raw, start, end) => end - start <= 4 && isDigits(raw, start, end),
    },
  ],
  ['ID', CODE],
  ['IS', CODE],
]);

/** Undefined for a type whose values are free text. */
export function formatOf(type: string): TypeFormat | undefined {
  return FORMATS.get(type);
}

function isDigits(raw: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = raw.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return end > start;
}

/** A year, month, day, hour, minute or second without fraction or zone, on a day every month has. */
function isPlainTimestamp(raw: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 4 || length % 2 === 1 || !isDigits(raw, start, end)) return false;
  return (
    inRange(raw, start + 4, end, 1, 12) &&
    inRange(raw, start + 6, end, 1, 28) &&
    inRange(raw, start + 8, end, 0, 23) &&
    inRange(raw, start + 10, end, 0, 59) &&
    inRange(raw, start + 12, end, 0, 59)
  );
}

/** The two digits at a place, when they stand there, lie between two numbers. */
function inRange(raw: string, at: number, end: number, least: number, most: number): boolean {
  if (at >= end) return true;
  const number = (raw.charCodeAt(at) - 0x30) * 10 + raw.charCodeAt(at + 1) - 0x30;
  return number >= least && number <= most;
}
