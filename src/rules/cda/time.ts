import { isTimestamp } from '../hl7v2/timestamp.js';

/** A TS value: the digits as written and the offset from UTC in minutes, when it has one. */
interface Moment {
  readonly digits: string;
  readonly zone: number | undefined;
}

function toMoment(text: string): Moment | undefined {
  if (!isTimestamp(text)) return undefined;
  const at = text.search(/[+-]/);
  const digits = (at < 0 ? text : text.slice(0, at)).replace(/\..*$/, '');
  if (at < 0) return { digits, zone: undefined };
  const sign = text[at] === '-' ? -1 : 1;
  return { digits, zone: sign * (Number(text.slice(at + 1, at + 3)) * 60 + Number(text.slice(at + 3))) };
}

/** Minutes, or as much as the digits say, since 1970; only used to compare. */
function toMinutes({ digits, zone = 0 }: Moment): number {
  const part = (from: number, absent: number) => Number(digits.slice(from, from + 2) || absent);
  const utc = Date.UTC(Number(digits.slice(0, 4)), part(4, 1) - 1, part(6, 1), part(8, 0), part(10, 0), part(12, 0));
  return utc / 60_000 - zone;
}

/**
 * Order of two TS values at the precision they share: below 0, 0 or above 0; undefined when one of them is no date.
 * Two zones are only weighed when both values have one and a time.
 */
export function compareTimes(left: string, right: string): number | undefined {
  const one = toMoment(left);
  const other = toMoment(right);
  if (!one || !other) return undefined;
  const shared = Math.min(one.digits.length, other.digits.length);
  const zoned = one.zone !== undefined && other.zone !== undefined && one.zone !== other.zone && shared > 8;
  if (zoned) {
    const cut = ({ digits, zone }: Moment) => toMinutes({ digits: digits.slice(0, shared), zone });
    return Math.sign(cut(one) - cut(other));
  }
  const [a, b] = [one.digits.slice(0, shared), other.digits.slice(0, shared)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Hours from one TS value to another; undefined when one of them has no time of day. */
export function hoursBetween(from: string, to: string): number | undefined {
  const one = toMoment(from);
  const other = toMoment(to);
  if (!one || !other || one.digits.length < 10 || other.digits.length < 10) return undefined;
  // A value without zone is read in the zone of the other.
  const zone = one.zone ?? other.zone;
  return (toMinutes({ ...other, zone: other.zone ?? zone }) - toMinutes({ ...one, zone: one.zone ?? zone })) / 60;
}
