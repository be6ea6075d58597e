import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  assetsOf,
  EXIT,
  isEpreuveError,
  isReportFormat,
  makeError,
  RESULT_FILE,
  type ReportAssets,
  type RunResult,
  readRun,
  renderReport,
} from '../../judge.js';
import type { Session } from '../io.js';
import { optionalText } from '../options.js';
import { writeReport } from '../outcome.js';
import { readRecorded } from '../recorded-result.js';

/** `epreuve report <run> --as <format>`: renders a recorded result again; rendering needs nothing but result.json. */
export async function runReport(
  [path = '']: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  if (options.redact !== true) return report(path, options, session);
  const folder = await mkdtemp(join(tmpdir(), 'epreuve-redacted-'));
  const copy = join(folder, 'run');
  try {
    // Lazy: the other reports need neither the pseudonyms nor the dictionary.
    const { makeRedactedCopy } = await import('./redact.js');
    await makeRedactedCopy(path, copy, session);
    return await report(copy, options, session);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function report(path: string, options: Record<string, unknown>, session: Session): Promise<number> {
  const { result } = await readRecorded(await resultFile(path));
  const format = optionalText(options, 'as') ?? 'text';
  const showValues = options.showValues === true;
  const assets = await runAssets(path, result, showValues);
  const rendering = { language: session.language, showValues, assets };
  const file = optionalText(options, 'out');
  if (file !== undefined) {
    await writeReport(result, format, file, rendering);
    session.say({ fr: `Rapport : ${file}`, en: `Report: ${file}` });
    return EXIT.passed;
  }
  if (!isReportFormat(format)) throw makeError('bad-option', { option: '--as', reason: format, command: 'report' });
  const rendered = await renderReport(result, format, { ...rendering, colour: session.colour });
  if (typeof rendered === 'string') session.print(rendered);
  else writeBytes(rendered, format, session);
  return EXIT.passed;
}

function writeBytes(bytes: Uint8Array, format: string, session: Session): void {
  // A terminal that is sent a PDF shows noise, or worse.
  if (session.io.isTerminal)
    throw makeError('option-needs', { option: `--as ${format}`, other: '--out', command: 'report' });
  session.io.stdout.write(bytes);
}

/** Pictures and texts of a run folder. A result file alone, or a folder whose evidence is damaged, still makes a report. */
async function runAssets(path: string, result: RunResult, showValues: boolean): Promise<ReportAssets> {
  if (!(await stat(path)).isDirectory()) return {};
  try {
    return assetsOf(readRun(path), result, showValues);
  } catch (error) {
    if (!isEpreuveError(error)) throw error;
    return {};
  }
}

/** A run folder, or a result file. Throws `file-not-found`. */
async function resultFile(path: string): Promise<string> {
  const found = await stat(path).catch((cause) => {
    throw makeError('file-not-found', { file: path }, { cause });
  });
  return found.isDirectory() ? join(path, RESULT_FILE) : path;
}
