import { isTimestamp } from '../timestamp.js';

/** Form of the values of a primitive type (HL7 2.5 chapter 2A; TS as constrained by DT §N.5). */
export interface TypeFormat {
  /** How the form is written, for people. */
  readonly form: string;
  readonly fits: (text: string) => boolean;
}

const TIME = /^([01]\d|2[0-3])(?:[0-5]\d(?:[0-5]\d(?:\.\d{1,4})?)?)?(?:[+-](?:0\d|1[0-4])[0-5]\d)?$/;
const DATE = /^\d{4}(?:\d{2}(?:\d{2})?)?$/;
const TIME_STAMP: TypeFormat = { form: 'YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]', fits: isTimestamp };
const CODE: TypeFormat = { form: 'code', fits: (text) => text === text.trim() && !/[\r\n]/.test(text) };

const FORMATS: ReadonlyMap<string, TypeFormat> = new Map([
  ['DTM', TIME_STAMP],
  ['TS', TIME_STAMP],
  ['DT', { form: 'YYYY[MM[DD]]', fits: (text) => DATE.test(text) && isTimestamp(text) }],
  ['TM', { form: 'HH[MM[SS[.S[S[S[S]]]]]][+/-ZZZZ]', fits: (text) => TIME.test(text) }],
  ['NM', { form: '[+/-]999[.999]', fits: (text) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) }],
  ['SI', { form: '0…9999', fits: (text) => /^\d{1,4}$/.test(text) }],
  ['ID', CODE],
  ['IS', CODE],
]);

/** Undefined for a type whose values are free text. */
export function formatOf(type: string): TypeFormat | undefined {
  return FORMATS.get(type);
}
