import { cpuTimeOf } from './cpu-time.js';

/** How much larger the second input is than the first. Work in proportion takes 8 times as long, quadratic work 64 times. */
const FACTOR = 8;
/** Nearer to 8 than to 64: work may be quadratic in part only. */
const MOST = 16;
/** Shorter than this, in milliseconds, says nothing: starting to run code takes as long. */
const LEAST = 3;
const ROUNDS = 6;

/** Times work; given by the tests of this file only. */
export type Stopwatch = (work: () => void) => number;

/**
 * Whether work on an input eight times as large takes less than sixteen times as long: how time grows is the same on a fast
 * machine and on a slow one, while a bound in seconds is not. Of each size the best of up to six times counts, as
 * whatever else the machine does only ever adds to it; the smaller input is worked on once before, to be warm.
 *
 * `workOn(size)` makes the input, which is not timed, and returns the work on it. Each time has an input of its own, as
 * what was found out about one may be remembered.
 */
export function growsInProportion(
  workOn: (size: number) => () => void,
  size: number,
  stopwatch: Stopwatch = cpuTimeOf,
): boolean {
  stopwatch(workOn(size));
  let [ofSmall, ofLarge] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    ofSmall = Math.min(ofSmall, stopwatch(workOn(size)));
    ofLarge = Math.min(ofLarge, stopwatch(workOn(size * FACTOR)));
    if (ofLarge <= MOST * Math.max(ofSmall, LEAST)) return true;
  }
  return false;
}
