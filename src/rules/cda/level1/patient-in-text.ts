import { INS_PATTERN, insKeyOf } from '../../../core/ins.js';

/** INS matricules in a text, each with its right key: other numbers of 15 digits are something else. */
export function insIn(text: string): string[] {
  const found = lines(text).flatMap((line) => line.match(/(?<!\d)[1-8]\d{4}(?:\d{2}|2[AB])\d{8}(?!\d)/g) ?? []);
  return [...new Set(found)].filter((ins) => INS_PATTERN.test(ins) && insKeyOf(ins.slice(0, 13)) === ins.slice(13));
}

/** Dates a text calls those of a birth, as YYYYMMDD. */
export function birthDatesIn(text: string): string[] {
  const label = /(?:née?(?:\(e\))?le|datedenaissance|ddn):?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/gi;
  const found = lines(text).flatMap((line) => [...line.matchAll(label)]);
  return [...new Set(found.map(([, day = '', month = '', year]) => `${year}${two(month)}${two(day)}`))];
}

/** Whether one of the names stands in the text, whatever its letter case, accents, blanks and hyphens. */
export function namesOneOf(text: string, names: readonly string[]): boolean {
  const squeezed = letters(text);
  return names.map(letters).some((name) => name !== '' && squeezed.includes(name));
}

/** Producers place letters one by one: blanks inside a line mean nothing. */
function lines(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\s+/g, ''));
}

const two = (digits: string) => digits.padStart(2, '0');

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toUpperCase();
}
