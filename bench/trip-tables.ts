import { type RoundTrips, roundTrips } from './round-trips.js';
import { type RoundOptions, type Timing, timeBriefly, timeInRounds } from './rounds.js';
import { percent, perSecond, type Row } from './table.js';
import { TRIPS } from './trip-names.js';

/** Shares of the raw echo, of docs/architecture.md. */
const BUDGETS: ReadonlyMap<string, number> = new Map([
  [TRIPS.off, 0.6],
  [TRIPS.judgedBeside, 0.3],
]);

/** Each frame is a file and a line, both forced to disk: some milliseconds. */
const RECORDED_TRIPS = 50;

/** Tables of round trips, by their titles. */
export async function tripTables(script: string, options: RoundOptions): Promise<[title: string, rows: Row[]][]> {
  const trips = await roundTrips(script);
  try {
    const timings = await timeInRounds(trips.contestants, options);
    const recorded = await timeBriefly(trips.recorded, RECORDED_TRIPS, options.rounds);
    return [
      [titleOf(trips), timings.map((timing) => speedRow(timing, timings[0]))],
      [
        'The same in processor time of the whole process, both ends and every thread: says less of how busy the machine is',
        [...timings, recorded].map((timing) => processorRow(timing, timings[0])),
      ],
      ['The same with evidence, as epreuve listen writes it: the speed of the disk', [speedRow(recorded)]],
    ];
  } finally {
    await trips.close();
  }
}

function titleOf({ security, bytes: { message, acknowledgement } }: RoundTrips): string {
  return (
    `Round trips between two threads, one connection, one message under way; mutual TLS, the same for all: ${security}; ` +
    `${message} bytes there, as many back from the echo, ${acknowledgement} from MLLP; no evidence is written; ` +
    'ratio of the middle rounds'
  );
}

/**
 * The ratio is that of the middle rounds: a round trip by the clock is two threads waking each other up, and in the best
 * round of the shortest trip they found each other awake by luck. On a machine with nothing else to do, best rounds of the
 * same code gave shares from 55 % to 70 %.
 */
function speedRow({ name, best, median }: Timing, echo?: Timing): Row {
  const row = { work: name, figure: `${perSecond(best)} (${perSecond(median)})` };
  if (!echo) return row;
  const share = echo.median / median;
  const budget = BUDGETS.get(name);
  const promised = budget === undefined ? {} : { budget: `≥ ${percent(budget)}`, kept: share >= budget };
  return { ...row, ratio: percent(share), ...promised };
}

function processorRow({ name, processor }: Timing, echo?: Timing): Row {
  const figure = `${processor.best.toFixed(1)} µs (${processor.median.toFixed(1)} µs)`;
  return { work: name, figure, ...(echo && { ratio: percent(echo.processor.best / processor.best) }) };
}
