import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, isReportFormat, loadReport, makeError, RESULT_FILE, type RunResult } from '../../index.js';
import type { Session } from '../io.js';
import { optionalText } from '../options.js';
import { writeReport } from '../outcome.js';

/** `epreuve report <run> --as <format>`: renders a recorded result again; rendering needs nothing but result.json. */
export async function runReport(
  [path = '']: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const result = await readResult(path);
  const format = optionalText(options, 'as') ?? 'text';
  const rendering = { language: session.language, showValues: options.showValues === true };
  const file = optionalText(options, 'out');
  if (file !== undefined) {
    await writeReport(result, format, file, rendering);
    session.say({ fr: `Rapport : ${file}`, en: `Report: ${file}` });
    return EXIT.passed;
  }
  if (!isReportFormat(format)) throw makeError('bad-option', { option: '--as', reason: format, command: 'report' });
  const { render } = await loadReport(format);
  session.print(Buffer.from(render(result, { ...rendering, colour: session.colour })).toString('utf8'));
  return EXIT.passed;
}

/** Throws `file-not-found` and `not-a-result`. */
async function readResult(path: string): Promise<RunResult> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => {
      throw makeError('file-not-found', { file: path });
    },
  );
  const file = isFolder ? join(path, RESULT_FILE) : path;
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw makeError('file-not-found', { file }, { cause });
  });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'format' in value && value.format === 'epreuve-result/1') {
      return value as RunResult;
    }
  } catch (cause) {
    throw makeError('not-a-result', { file }, { cause });
  }
  throw makeError('not-a-result', { file });
}
