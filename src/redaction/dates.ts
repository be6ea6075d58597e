const DAY_MS = 86_400_000;

/** Moves `YYYY[MM[DD…]]` by whole days; what follows the day stays. A date that does not exist keeps not existing. */
export function shiftTimestamp(text: string, days: number): string {
  const parts = /^(\d{4})(\d{2})?(\d{2})?(.*)$/s.exec(text);
  if (!parts) return text.replace(/\d/g, '0');
  const [, year = '', month, day, rest = ''] = parts;
  const moved = shift(year, month, day, days);
  return `${moved.year}${month === undefined ? '' : moved.month}${day === undefined ? '' : moved.day}${rest}`;
}

/** Moves `YYYY[-MM[-DD[T…]]]`. */
export function shiftIsoDate(text: string, days: number): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(T.*)?$/s.exec(text);
  if (!parts) return text.replace(/\d/g, '0');
  const [, year = '', month, day, rest = ''] = parts;
  const moved = shift(year, month, day, days);
  return `${moved.year}${month === undefined ? '' : `-${moved.month}`}${day === undefined ? '' : `-${moved.day}`}${rest}`;
}

interface Moved {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** A month without its day moves from its middle, a year from its own. */
function shift(year: string, month: string | undefined, day: string | undefined, days: number): Moved {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 7) - 1, Number(day ?? (month === undefined ? 1 : 15)));
  const isReal =
    date.getUTCMonth() === Number(month ?? 7) - 1 && (day === undefined || date.getUTCDate() === Number(day));
  if (!isReal) return { year: pad(Number(year) + Math.trunc(days / 365), 4), month: month ?? '', day: day ?? '' };
  const moved = new Date(date.getTime() + days * DAY_MS);
  return {
    year: pad(moved.getUTCFullYear(), 4),
    month: pad(moved.getUTCMonth() + 1, 2),
    day: pad(moved.getUTCDate(), 2),
  };
}

function pad(value: number, length: number): string {
  return String(Math.max(0, value)).padStart(length, '0');
}
