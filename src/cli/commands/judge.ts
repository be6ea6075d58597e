import { judgeEvidence, readRun } from '../../judge.js';
import type { Session } from '../io.js';
import { type OutputOptions, showResult } from '../outcome.js';
import { readSuppressionsOption, tellSuppressions } from '../suppressions.js';

/** `epreuve judge <run>`: recorded evidence, judged again with no system under test. Writes nothing into the run. */
export async function runJudge(
  [folder = '']: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const own: OutputOptions & { readonly pack?: readonly string[] } = options;
  const suppressions = await readSuppressionsOption(options, 'judge');
  const result = await judgeEvidence(readRun(folder), {
    ...(own.pack && { packs: own.pack }),
    ...(suppressions && { suppressions }),
  });
  tellSuppressions(result.suppressions, session);
  return showResult(result, own, session, 'judge');
}
