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
  return `${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+0000`;
}
