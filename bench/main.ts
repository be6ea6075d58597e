import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { Hl7v2Message } from '../src/index.js';
import { cdaRows, kitRows } from './cda.js';
import { measureCold } from './cold.js';
import { fhirRows } from './fhir.js';
import { frenchJudge, type JudgeBytes, mustPass } from './judged.js';
import { longFileRows } from './long-file.js';
import { admission, admissionTimes, encounterFile } from './message.js';
import { OURS, parsers } from './parse.js';
import { serveThread } from './peers.js';
import { hasThreadClock, type RoundOptions, type Timing, timeInRounds } from './rounds.js';
import { perSecond, type Row, times, toTable } from './table.js';
import { tripTables } from './trip-tables.js';

/** Budgets of docs/architecture.md. */
const BUDGET = { judgedPerSecond: 10_000, coldMs: 350, coldMegabytes: 120 };
/** Cost of a byte may grow by so much from the smallest to the largest input and still be called linear. */
const LINEAR_WITHIN = 1.5;

export interface BenchOptions {
  readonly rounds: RoundOptions;
  /** One part only. */
  readonly only?: 'hl7v2' | 'trips' | 'fhir' | 'cda';
  /** Lines of the NDJSON file. */
  readonly observations: number;
}

/** Runs the benchmarks and prints their tables. Resolves to true when every budget was kept. */
export async function bench(command: string, { rounds, only, observations }: BenchOptions): Promise<boolean> {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const rows: Row[] = [];
  const show = (title: string, more: Row[]) => {
    rows.push(...more);
    print(toTable(title, more));
  };
  print(machine());
  if (only === undefined || only === 'hl7v2') await benchMessages(rounds, show);
  if (only === undefined || only === 'hl7v2' || only === 'trips') await benchTrips(rounds, show);
  if (only === undefined || only === 'hl7v2') show('A whole process: epreuve check one.er7', cold(command, rounds));
  if (only === undefined || only === 'cda') {
    show('CDA documents, processor time unless said', await cdaRows());
    show('The user’s copy of ANS’s CDA kit, processor time', await kitRows(command));
  }
  if (only === undefined || only === 'fhir') {
    // Short rounds: there are two dozen profiles.
    const brief = { ...rounds, rounds: Math.ceil(rounds.rounds / 2), warmUpMs: rounds.warmUpMs / 2 };
    show(
      'FHIR measures, bytes to result, warm, one core; ratio: time of @medplum/core with the profile',
      await fhirRows({ ...brief, clock: 'thread' }),
    );
    show('A whole process: epreuve check day.ndjson', longFileRows(command, observations));
  }
  print(`\n${machine()}`);
  return rows.every(({ kept }) => kept !== false);
}

type Show = (title: string, rows: Row[]) => void;

async function benchMessages(options: RoundOptions, show: Show): Promise<void> {
  const alone = { ...options, clock: 'thread' } as const;
  const judgeBytes = await frenchJudge();
  mustPass(judgeBytes(admission()));
  // First, while no other library is in the process: that is how it ships.
  show(
    'Parsed and judged with the full pack ihe-pam-fr, warm, one core',
    await judging(judgeBytes, { ...alone, warmUpMs: options.warmUpMs * 3 }),
  );
  show(`Parsing one ${admission().length}-byte French ADT^A01, then reading PID-5.1`, await parsing(alone));
  show('Cost of a byte as the input grows (judged)', await growth(judgeBytes, alone));
}

async function benchTrips(options: RoundOptions, show: Show): Promise<void> {
  for (const [title, rows] of await tripTables(fileURLToPath(import.meta.url), options)) show(title, rows);
}

// The bundle is also the script of the threads that round trips need.
if (!isMainThread) await serveThread();

function machine(): string {
  const clock = hasThreadClock() ? 'parsing and judging in processor time of one thread' : 'wall clock';
  const load = loadavg().map((value) => value.toFixed(1));
  return `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, load ${load.join(' ')}; best of interleaved rounds (middle one in brackets); ${clock}`;
}

const figure = (timing: Timing) => `${perSecond(timing.best)} (${perSecond(timing.median)})`;

async function parsing(options: RoundOptions): Promise<Row[]> {
  const timings = await timeInRounds(parsers(), options);
  const ours = find(timings, OURS);
  return timings.map((timing) => ({
    work: timing.name,
    figure: figure(timing),
    ratio: times(timing.best / ours.best),
  }));
}

async function judging(judgeBytes: JudgeBytes, options: RoundOptions): Promise<Row[]> {
  const bytes = admission();
  const file = encounterFile(100);
  const [one, hundred, parsed] = await timeInRounds(
    [
      { name: 'one message at a time', run: (count) => repeat(count, () => judgeBytes(bytes)) },
      {
        name: 'a file of 100 messages and their sequence, each',
        run: (count) => repeat(count, () => judgeBytes(file)),
      },
      { name: 'parse only', run: (count) => repeat(count, () => new Hl7v2Message(bytes).text('PID-5.1')) },
    ],
    options,
  );
  if (!one || !hundred || !parsed) return [];
  const each = { ...hundred, best: hundred.best / 100, median: hundred.median / 100 };
  const ratio = ({ best }: Timing) => `${times(best / parsed.best)} of parsing`;
  return [
    {
      work: one.name,
      figure: figure(one),
      ratio: ratio(one),
      budget: `≥ ${perSecond(1_000_000 / BUDGET.judgedPerSecond)}`,
      kept: 1_000_000 / one.best >= BUDGET.judgedPerSecond,
    },
    // No promise about this one: rules about the sequence of messages come on top.
    { work: each.name, figure: figure(each), ratio: ratio(each) },
  ];
}

async function growth(judgeBytes: JudgeBytes, options: RoundOptions): Promise<Row[]> {
  const inputs = [
    ...[1, 10, 100].map((factor) => ({ work: `one message × ${factor}`, bytes: admissionTimes(factor) })),
    ...[10, 100, 1000].map((count) => ({ work: `file of ${count} messages`, bytes: encounterFile(count) })),
  ];
  for (const { bytes } of inputs) mustPass(judgeBytes(bytes));
  const contestants = inputs.map(({ work, bytes }) => ({
    name: work,
    run: (count: number) => repeat(count, () => judgeBytes(bytes)),
  }));
  const timings = await timeInRounds(contestants, options);
  const costs = timings.map(({ best }, index) => (best / (inputs[index]?.bytes.length ?? 1)) * 1000);
  return costs.map((cost, index) => {
    // Each series against its own smallest input.
    const relative = cost / (costs[index < 3 ? 0 : 3] ?? cost);
    const { work = '', bytes } = inputs[index] ?? {};
    return {
      work: `${work} (${bytes?.length.toLocaleString('en') ?? '?'} bytes)`,
      figure: `${cost.toFixed(0)} ns a byte`,
      ratio: times(relative),
      budget: `≤ ${times(LINEAR_WITHIN)}`,
      kept: relative <= LINEAR_WITHIN,
    };
  });
}

function cold(command: string, { rounds }: RoundOptions): Row[] {
  const { best, median, bareNode, peakMegabytes } = measureCold(command, rounds);
  return [
    {
      work: 'time',
      figure: `${best.toFixed(0)} ms (${median.toFixed(0)} ms)`,
      ratio: `${times(best / bareNode)} of an empty node`,
      budget: `≤ ${BUDGET.coldMs} ms`,
      kept: best <= BUDGET.coldMs,
    },
    {
      work: 'peak memory',
      figure: `${peakMegabytes.toFixed(0)} MB`,
      budget: `≤ ${BUDGET.coldMegabytes} MB`,
      kept: peakMegabytes <= BUDGET.coldMegabytes,
    },
  ];
}

function repeat(count: number, work: () => unknown): void {
  for (let index = 0; index < count; index++) work();
}

function find(timings: readonly Timing[], name: string): Timing {
  const found = timings.find((timing) => timing.name === name);
  if (!found) throw new Error(`${name} was not timed`);
  return found;
}
