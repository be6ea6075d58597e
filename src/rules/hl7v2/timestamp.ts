/** Time stamps of HL7 (TS-1): `YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]` (DT §N.5; 24 characters at most). */
const PATTERN =
  /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.\d{1,4})?)?)?)?)?)?(?:[+-](\d{2})(\d{2}))?$/;

/** True for a time stamp that follows the pattern and exists in the calendar. */
export function isTimestamp(text: string): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  return hour < 24 && minute < 60 && second < 60 && zoneHour < 15 && zoneMinute < 60;
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
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
