import { join } from 'node:path';
import {
  type EvidenceItem,
  makeError,
  RESULT_FILE,
  RunRecorder,
  type RunResult,
  readRun,
  suppressionsOf,
  systemClock,
  VERSION,
} from '../judge.js';
import type { Session } from './io.js';
import { optionalText } from './options.js';
import { readRecorded } from './recorded-result.js';
import { finishRun } from './run-folder.js';

export interface TargetRun {
  readonly folder: string;
  readonly step: string | undefined;
}

/** `--into` and `--step`, checked before anything is gathered. Throws `bad-option`, `run-not-found`, `step-not-found`. */
export function readRunOption(options: Record<string, unknown>, command: string): TargetRun {
  const folder = optionalText(options, 'into');
  if (folder === undefined) throw makeError('bad-option', { option: '--into', reason: 'runs/…', command });
  const step = optionalText(options, 'step');
  const { steps } = readRun(folder);
  if (step !== undefined && !steps.some(({ id }) => id === step)) {
    throw makeError('step-not-found', { step, known: steps.map(({ id }) => id).join(', ') || '—' });
  }
  return { folder, step };
}

/** Adds evidence to a run that is over, then judges and seals it again the way it was judged before. */
export async function addToRun(
  { folder }: TargetRun,
  record: (recorder: RunRecorder) => readonly EvidenceItem[],
  session: Session,
): Promise<RunResult> {
  const before = await readRecorded(join(folder, RESULT_FILE)).then(
    ({ result }) => result,
    () => undefined,
  );
  const recorder = RunRecorder.reopen(folder, { tool: { name: 'epreuve', version: VERSION }, clock: systemClock });
  for (const { id, name, sha256 } of record(recorder)) session.print(`${id}  ${name}  sha256 ${sha256}`);
  recorder.close();
  const judgedWith = before && suppressionsOf(before);
  const options = { ...(before?.forcedPacks && { pack: before.forcedPacks }), ...(judgedWith && { judgedWith }) };
  const result = await finishRun(folder, options, session);
  session.say({ fr: `Ajouté à ${folder}, scellé de nouveau.`, en: `Added to ${folder}, sealed again.` });
  return result;
}
