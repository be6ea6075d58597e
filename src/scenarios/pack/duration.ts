/** `500ms`, `5s`, `2m`, `1h`. */
export const DURATION_PATTERN = /^\d{1,6}(?:ms|s|m|h)$/;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of a text that matches the pattern. */
export function toMilliseconds(text: string): number {
  const [, count, unit = 's'] = /^(\d+)(\w+)$/.exec(text) ?? [];
  return Number(count) * (UNITS[unit] ?? 1000);
}
