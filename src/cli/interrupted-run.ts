import { makeError, readEventLog } from '../judge.js';

/** What an interrupted run of scenarios had done. */
export interface InterruptedRun {
  /** References, in their order. */
  readonly scenarios: readonly string[];
  /** Those that reached their end. */
  readonly ended: ReadonlySet<string>;
  /** How often each was begun. */
  readonly begun: ReadonlyMap<string, number>;
  readonly seed: string | undefined;
}

/** Throws `run-not-found`, and `run-complete` for a run that has nothing left to do. */
export function readInterrupted(folder: string): InterruptedRun {
  const { events } = readEventLog(folder);
  if (events.some((event) => event.type === 'run-ended')) throw makeError('run-complete', { folder });
  const begun = new Map<string, number>();
  const ended = new Set<string>();
  let seed: string | undefined;
  for (const event of events) {
    if (event.type === 'scenario-started') {
      const reference = referenceOf(event.scenario.id);
      begun.set(reference, (begun.get(reference) ?? 0) + 1);
      seed ??= event.scenario.seed;
    }
    if (event.type === 'scenario-ended') ended.add(referenceOf(event.id));
  }
  return { scenarios: [...begun.keys()], ended, begun, seed };
}

/** `dmn-identity/life~2` is the second time `dmn-identity/life` was begun. */
function referenceOf(id: string): string {
  return id.replace(/~\d+$/, '');
}
