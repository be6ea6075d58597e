import { readFileSync } from 'node:fs';

/** Something timed: `run` does its work `count` times. */
export interface Contestant {
  readonly name: string;
  run(count: number): Promise<void> | void;
}

export interface Timing {
  readonly name: string;
  /** Microseconds of one piece of work: best round, and middle round to show how noisy the machine was. */
  readonly best: number;
  readonly median: number;
  /** The same in processor time of the whole process, every thread of it. */
  readonly processor: { readonly best: number; readonly median: number };
}

export interface RoundOptions {
  readonly rounds: number;
  /** Processor time each contestant gets before anything is measured: the compiler of V8 must be done with it. */
  readonly warmUpMs: number;
  /** Length of one contestant's share of a round; the first rounds find how much work fits in it. */
  readonly roundMs: number;
  /**
   * `thread` (where the system tells it, else `wall`): processor time of this thread, which other programs lengthen less.
   * `wall` for work that waits for another thread. Default `wall`.
   */
  readonly clock?: 'wall' | 'thread';
}

type ReadClock = () => number;

/** Microseconds. */
const wallClock: ReadClock = () => Number(process.hrtime.bigint()) / 1000;
const threadClock: ReadClock = () =>
  Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]) / 1000;

/** False where processor time of a thread cannot be read: everything is then timed by the wall clock. */
export function hasThreadClock(): boolean {
  try {
    return Number.isFinite(threadClock());
  } catch {
    return false;
  }
}

/**
 * Times contestants in interleaved rounds, so that a busy moment of the machine hits all of them, and keeps the best
 * round of each.
 */
export async function timeInRounds(contestants: readonly Contestant[], options: RoundOptions): Promise<Timing[]> {
  const clock = options.clock === 'thread' && hasThreadClock() ? threadClock : wallClock;
  const entries = [];
  for (const contestant of contestants) {
    await warmUp(contestant, options.warmUpMs);
    entries.push({ contestant, count: await countFor(contestant, options.roundMs, clock), costs: [] as Cost[] });
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const { contestant, count, costs } of entries) costs.push(await costOf(contestant, count, clock));
  }
  return entries.map(({ contestant: { name }, costs }) => ({
    name,
    ...bestAndMedian(costs.map(({ time }) => time)),
    processor: bestAndMedian(costs.map(({ processor }) => processor)),
  }));
}

function bestAndMedian(values: readonly number[]): { best: number; median: number } {
  const sorted = values.toSorted((left, right) => left - right);
  return { best: sorted[0] ?? Number.NaN, median: sorted[sorted.length >> 1] ?? Number.NaN };
}

async function warmUp(contestant: Contestant, ms: number): Promise<void> {
  const start = process.cpuUsage();
  for (let spent = 0; spent < ms * 1000; ) {
    await contestant.run(1);
    const { user, system } = process.cpuUsage(start);
    spent = user + system;
  }
}

/** Pieces of work that fill a round once warm. */
async function countFor(contestant: Contestant, roundMs: number, clock: ReadClock): Promise<number> {
  let count = 1;
  for (;;) {
    const { time: each } = await costOf(contestant, count, clock);
    if (each * count >= roundMs * 500) return Math.max(1, Math.round((roundMs * 1000) / each));
    count *= 4;
  }
}

/** Microseconds of one piece of work: by the clock, and of the processor. */
interface Cost {
  readonly time: number;
  readonly processor: number;
}

async function costOf(contestant: Contestant, count: number, clock: ReadClock): Promise<Cost> {
  const start = clock();
  const before = process.cpuUsage();
  await contestant.run(count);
  const time = (clock() - start) / count;
  const { user, system } = process.cpuUsage(before);
  return { time, processor: (user + system) / count };
}

/** Times something that waits for a disk: few pieces, no warming up. */
export async function timeBriefly(contestant: Contestant, count: number, rounds: number): Promise<Timing> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round++) costs.push(await costOf(contestant, count, wallClock));
  const time = bestAndMedian(costs.map((cost) => cost.time));
  return { name: contestant.name, ...time, processor: bestAndMedian(costs.map(({ processor }) => processor)) };
}
