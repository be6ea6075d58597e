const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** About the three years seen on IGC-Santé certificates; ITI-19 recommends two at most. */
export const DEFAULT_VALIDITY_DAYS = 1095;

export interface ValidityOptions {
  /** Moment of issue; the machine's clock by default. */
  readonly now?: Date;
  readonly validityDays?: number;
  /** `expired` ended a day ago, `not-yet-valid` starts in thirty days: for tests on purpose. */
  readonly period?: 'current' | 'expired' | 'not-yet-valid';
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** A current certificate starts an hour early, because the clocks of two machines under test rarely agree. */
export function toValidity(options: ValidityOptions, now: Date): Validity {
  const length = (options.validityDays ?? DEFAULT_VALIDITY_DAYS) * DAY;
  const second = Math.floor(now.getTime() / 1000) * 1000;
  const start = { current: second - HOUR, expired: second - DAY - length, 'not-yet-valid': second + 30 * DAY };
  const notBefore = start[options.period ?? 'current'];
  return { notBefore: new Date(notBefore), notAfter: new Date(notBefore + length) };
}
