/** Gathering asks a clock instead of the machine, so that tests and replays are exact. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that starts at `start` and advances by `stepMs` at each reading. */
export function steppingClock(start: string, stepMs = 1): Clock {
  let next = new Date(start).getTime();
  return {
    now: () => {
      const date = new Date(next);
      next += stepMs;
      return date;
    },
  };
}

/** HL7 TS to the second, UTC offset included: `20260105101500+0000`. */
export function toHl7Timestamp(date: Date): string {
  const day =
    `${date.getUTCFullYear()}`.padStart(4, '0') + twoDigits(date.getUTCMonth() + 1) + twoDigits(date.getUTCDate());
  return `${day}${twoDigits(date.getUTCHours())}${twoDigits(date.getUTCMinutes())}${twoDigits(date.getUTCSeconds())}+0000`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
