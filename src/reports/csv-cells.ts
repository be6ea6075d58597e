import type { Language } from '../core/index.js';

/** RFC 4180 (semicolons in French, where a spreadsheet splits at them) with a byte order mark, which Excel needs to read UTF-8. */
export function toCsv(rows: readonly (readonly (string | number)[])[], language: Language): string {
  const separator = language === 'fr' ? ';' : ',';
  return `\ufeff${rows.map((row) => row.map(toCell).join(separator)).join('\r\n')}\r\n`;
}

/** A cell that starts like a formula gets an apostrophe: a sheet would run what a document holds. */
function toCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const inert = /^\s*[=+\-@]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
