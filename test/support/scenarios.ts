import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFaultyIdentities } from '../../src/actors/index.js';
import { systemClock } from '../../src/core/index.js';
import { RunRecorder, readRun } from '../../src/evidence/index.js';
import { judgeEvidence, type RunResult } from '../../src/index.js';
import {
  type Asker,
  findScenarios,
  type ReferenceOptions,
  type RunEnd,
  runScenarios,
  type ScenarioEvent,
  startReference,
  type Target,
} from '../../src/scenarios/index.js';
import { temporaryFolder } from './folders.js';

export interface Played {
  readonly result: RunResult;
  readonly folder: string;
  readonly end: RunEnd;
  readonly events: readonly ScenarioEvent[];
  /** `create passed`, `created failed tested-side`. */
  readonly steps: readonly string[];
}

export interface PlayOptions extends Partial<ReferenceOptions> {
  readonly seed?: string;
  readonly asker?: Asker;
  readonly maxWaitMs?: number;
  readonly signal?: AbortSignal;
  /** Changes to the reference target. */
  readonly target?: (reference: Target) => Target;
}

/** Plays scenarios against the reference DMN, changed as the test wants, and judges the run. */
export function scenarioBench() {
  const root = temporaryFolder();
  let runs = 0;
  // Issued once: it is what takes longest.
  const pki = makeFaultyIdentities(new Date());
  const play = async (names: readonly string[], options: PlayOptions = {}): Promise<Played> => {
    runs += 1;
    const folder = join(root, `run-${runs}`);
    const { seed = 'test', asker, maxWaitMs, signal, target: change = (target) => target, ...own } = options;
    const reference = await startReference({ clock: systemClock, language: 'fr', pki: await pki, ...own });
    const events: ScenarioEvent[] = [];
    const recorder = new RunRecorder({
      folder,
      title: { fr: 'Essai', en: 'Trial' },
      tool: { name: 'epreuve', version: 'test' },
    });
    try {
      const end = await runScenarios(await findScenarios(names), {
        recorder,
        target: change(reference),
        clock: systemClock,
        language: 'fr',
        seed,
        signal: signal ?? new AbortController().signal,
        ...(asker && { asker }),
        ...(maxWaitMs !== undefined && { maxWaitMs }),
        onEvent: (event) => events.push(event),
      });
      recorder.end();
      const result = await judgeEvidence(readRun(folder));
      return { result, folder, end, events, steps: stepsOf(result) };
    } finally {
      await reference.close();
    }
  };
  /** A scenario file of the test; its path. */
  const write = (name: string, text: string): string => {
    const file = join(root, name);
    writeFileSync(file, text);
    return file;
  };
  return { play, write, root };
}

/** Playing is mostly waiting: so many are played at a time. */
const TOGETHER = 5;

/**
 * Plays all before the tests of the file, some at a time, and returns how each ended: a test of one that threw throws the
 * same. Not `test.concurrent`: Jest refuses modules that are loaded between two tests.
 */
export function playTogether(plays: ReadonlyMap<string, () => Promise<Played>>): (name: string) => Played {
  const ends = new Map<string, PromiseSettledResult<Played>>();
  beforeAll(async () => {
    const waiting = [...plays];
    const playNext = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [name, play] = next;
        const [end] = await Promise.allSettled([play()]);
        ends.set(name, end);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, playNext));
  }, 120_000);
  return (name) => {
    const end = ends.get(name);
    if (end?.status !== 'fulfilled') throw end?.reason ?? new Error(`${name} was not played`);
    return end.value;
  };
}

export function stepsOf({ steps }: RunResult): string[] {
  return steps.map(({ id, outcome, blame }) =>
    [id.split('/').slice(-1), outcome, blame].flat().filter(Boolean).join(' '),
  );
}
