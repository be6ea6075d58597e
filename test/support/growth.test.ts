import { growsInProportion, type Stopwatch } from './growth.js';

/** Work that counts its steps, on a stopwatch that tells them as milliseconds, slowed as a busy machine would. */
function counted(stepsFor: (size: number) => number, slowness: readonly number[] = [1]) {
  let [steps, run] = [0, 0];
  const stopwatch: Stopwatch = (work) => {
    steps = 0;
    work();
    run += 1;
    return steps * (slowness[run % slowness.length] ?? 1);
  };
  const workOn = (size: number) => () => {
    steps = stepsFor(size);
  };
  return { workOn, stopwatch };
}

const BUSY = [1, 9, 1, 3, 12, 1.5, 1];

test.each<[string, (size: number) => number, boolean]>([
  ['in proportion', (size) => size, true],
  ['a little more than in proportion', (size) => size * Math.log2(size), true],
  ['no growth', () => 50, true],
  ['quadratic in part', (size) => size * 1000 + 0.2 * size ** 2, false],
  ['quadratic', (size) => size ** 2, false],
])('%s, on a quiet machine and on a busy one', (_, stepsFor, isInProportion) => {
  for (const slowness of [[1], BUSY]) {
    const { workOn, stopwatch } = counted(stepsFor, slowness);
    expect(growsInProportion(workOn, 1000, stopwatch)).toBe(isInProportion);
  }
});

test('what takes next to no time at the larger size has not grown', () => {
  const { workOn, stopwatch } = counted((size) => (size > 1000 ? 20 : 0.01));
  expect(growsInProportion(workOn, 1000, stopwatch)).toBe(true);
});
