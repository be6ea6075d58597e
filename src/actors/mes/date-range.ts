/** A moment as wide as it was written: `2026-03` is the whole month. Milliseconds since 1970, end excluded. */
export interface DateRange {
  readonly start: number;
  readonly end: number;
}

const DATE_TIME =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const MINUTE = 60_000;

/** A FHIR date or dateTime. Without a zone it is taken in UTC. Undefined for what is none. */
export function readDateRange(text: string): DateRange | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const [, year = '', month, day, hour, minute, second, fraction, zone] = match;
  const start = Date.UTC(
    Number(year),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    Math.floor(Number(fraction ?? 0) * 1000),
  );
  const written = new Date(start);
  const isReal = written.getUTCMonth() + 1 === Number(month ?? 1) && written.getUTCDate() === Number(day ?? 1);
  if (!isReal || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return undefined;
  const shift = zoneMinutes(zone) * MINUTE;
  return { start: start - shift, end: endOf(start, { month, day, hour, second, fraction }) - shift };
}

interface Written {
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly hour: string | undefined;
  readonly second: string | undefined;
  readonly fraction: string | undefined;
}

function endOf(start: number, { month, day, hour, second, fraction }: Written): number {
  if (fraction !== undefined) return start + 1;
  if (second !== undefined) return start + 1000;
  if (hour !== undefined) return start + MINUTE;
  const date = new Date(start);
  if (day !== undefined) date.setUTCDate(date.getUTCDate() + 1);
  else if (month !== undefined) date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.getTime();
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
}

const BOUND = /^(ge|le|gt|lt|eq)?(.+)$/;

/** One `date` parameter of a search: which prefix, and the moment it names. */
export interface DateBound {
  readonly side: 'lower' | 'upper' | 'both';
  fits(range: DateRange): boolean;
}

/** Reads `ge2026-03-01` or `2026-03-01`; the comparison is that of FHIR search on ranges. Undefined for what is no date. */
export function readDateBound(text: string): DateBound | undefined {
  const [, prefix, date = ''] = BOUND.exec(text) ?? [];
  const bound = readDateRange(date);
  if (bound === undefined) return undefined;
  switch (prefix) {
    case 'ge':
      return { side: 'lower', fits: ({ end }) => end > bound.start };
    case 'gt':
      return { side: 'lower', fits: ({ end }) => end > bound.end };
    case 'le':
      return { side: 'upper', fits: ({ start }) => start < bound.end };
    case 'lt':
      return { side: 'upper', fits: ({ start }) => start < bound.start };
    default:
      return { side: 'both', fits: ({ start, end }) => start >= bound.start && end <= bound.end };
  }
}
