import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunState } from '../index.js';
import {
  findIntegrityProblems,
  type IntegrityProblem,
  isEpreuveError,
  judgeEvidence,
  loadReport,
  MANIFEST_FILE,
  RESULT_FILE,
  type RunResult,
  readRun,
  sha256,
  suppressionsOf,
} from '../judge.js';
import { readRecorded } from './recorded-result.js';

export interface RunVerification {
  readonly problems: readonly IntegrityProblem[];
  /** Absent while files have changed: then nothing was judged again. */
  readonly again?: 'same' | 'different' | 'other-tools';
  /** As recorded. */
  readonly result?: RunResult;
}

/** Compares a run with its manifest, then judges it again and compares byte for byte. Throws `run-not-found`. */
export async function verifyRun(folder: string): Promise<RunVerification> {
  const problems = findIntegrityProblems(folder);
  if (problems.length > 0) return { problems };
  const { text: recorded, result } = await readRecorded(join(folder, RESULT_FILE));
  const { forcedPacks } = result;
  const suppressions = suppressionsOf(result);
  const judged = await judgeEvidence(readRun(folder), {
    ...(forcedPacks && { packs: forcedPacks }),
    ...(suppressions && { suppressions }),
  });
  const { render } = await loadReport('json');
  // What result.json holds does not depend on the language: it has every text in both.
  const text = Buffer.from(render(judged, { language: 'fr', showValues: true })).toString('utf8');
  if (text === recorded) return { problems, result, again: 'same' };
  return { problems, result, again: usedElsewise(result, judged) ? 'other-tools' : 'different' };
}

/** True when the recorded result was made by another version of the tool or with other packs. */
function usedElsewise(recorded: RunResult, again: RunResult): boolean {
  const fingerprint = (result: RunResult) =>
    JSON.stringify([result.tool.version, ...result.packs.map(({ id, digest }) => `${id} ${digest}`).sort()]);
  return fingerprint(recorded) !== fingerprint(again);
}

/**
 * The state of a run as a proof, never throwing for a run that is gone or bent. Its result comes only with a run that can be
 * trusted: a bent one must not speak on the pages of a dossier.
 */
export async function runStateOf(
  folder: string,
): Promise<{ state: RunState; result?: RunResult; manifestSha256?: string }> {
  try {
    const { problems, again, result } = await verifyRun(folder);
    if (problems.some(({ code }) => code === 'no-manifest')) return { state: 'unsealed' };
    if (problems.length > 0 || !result) return { state: 'changed' };
    if (again === 'different') return { state: 'not-reproduced' };
    const state = again === 'same' ? 'verified' : 'other-tools';
    return { state, result, manifestSha256: sha256(await readFile(join(folder, MANIFEST_FILE))) };
  } catch (error) {
    if (!isEpreuveError(error) || error.family === 'defect') throw error;
    return { state: error.code === 'run-not-found' ? 'missing' : 'changed' };
  }
}
