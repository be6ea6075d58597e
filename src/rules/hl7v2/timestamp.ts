/** Time stamps of HL7 (TS-1): `YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]` (DT §N.5; 24 characters at most). */
const PATTERN = /^\d{4}(?:\d{2}(?:\d{2}(?:\d{2}(?:\d{2}(?:\d{2}(?:\.\d{1,4})?)?)?)?)?)?(?:[+-]\d{4})?$/;

/** True for a time stamp that follows the pattern and exists in the calendar. */
export function isTimestamp(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const zone = text.search(/[+-]/);
  const digits = zone < 0 ? text : text.slice(0, zone);
  const part = (from: number, absent: number) => (from < digits.length ? Number(digits.slice(from, from + 2)) : absent);
  const month = part(4, 1);
  const day = part(6, 1);
  if (month < 1 || month > 12 || day < 1 || day > daysOf(Number(digits.slice(0, 4)), month)) return false;
  if (part(8, 0) > 23 || part(10, 0) > 59 || part(12, 0) > 59) return false;
  return zone < 0 || (Number(text.slice(zone + 1, zone + 3)) < 15 && Number(text.slice(zone + 3)) < 60);
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/**
 * False only when two time stamps surely differ: they are compared over the precision they share, and not at all when
 * they name different time zones.
 */
export function agree(left: string, right: string): boolean {
  const [leftDigits = '', leftZone = ''] = splitZone(left);
  const [rightDigits = '', rightZone = ''] = splitZone(right);
  if (leftZone !== rightZone && leftZone !== '' && rightZone !== '') return true;
  const shared = Math.min(leftDigits.length, rightDigits.length);
  return leftDigits.slice(0, shared) === rightDigits.slice(0, shared);
}

function splitZone(text: string): string[] {
  const at = text.search(/[+-]/);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at)];
}
