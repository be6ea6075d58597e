import { join } from 'node:path';
import { assetsOf, judgeEvidence, RESULT_FILE, type RunResult, readRun, type Suppressions, sealRun } from '../judge.js';
import type { Session } from './io.js';
import { type OutputOptions, writeReport } from './outcome.js';

/** `runs/2026-01-05-101500-demo`, in the current folder. */
export function newRunFolder(kind: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replace('T', '-').replace(/:/g, '');
  return join('runs', `${stamp}-${kind}`);
}

/**
 * Judges what a run left, writes result.json and report.html beside the evidence, and seals the folder. The reports in
 * the folder show values only when asked: the folder may be handed over.
 */
export async function finishRun(
  folder: string,
  options: OutputOptions & { readonly pack?: readonly string[]; readonly judgedWith?: Suppressions },
  session: Session,
): Promise<RunResult> {
  const { pack, judgedWith } = options;
  const evidence = readRun(folder);
  const result = await judgeEvidence(evidence, {
    ...(pack && { packs: pack }),
    ...(judgedWith && { suppressions: judgedWith }),
  });
  const showValues = options.showValues === true;
  // result.json is what `verify` compares byte for byte: it is always complete, like the evidence next to it.
  await writeReport(result, 'json', join(folder, RESULT_FILE), { language: session.language, showValues: true });
  await writeReport(result, 'html', join(folder, 'report.html'), {
    language: session.language,
    showValues,
    assets: assetsOf(evidence, result, showValues),
  });
  sealRun(folder, result.packs);
  return result;
}
