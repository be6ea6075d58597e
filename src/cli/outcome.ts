import { writeFile } from 'node:fs/promises';
import {
  type EpreuveError,
  EXIT,
  isEpreuveError,
  isReportFormat,
  loadReport,
  makeError,
  REPORT_FORMATS,
  type ReportAssets,
  type ReportOptions,
  type RunResult,
  renderReport,
  systemCode,
} from '../judge.js';
import type { Session } from './io.js';

export interface OutputOptions {
  readonly json?: boolean;
  readonly report?: readonly string[];
  readonly showValues?: boolean;
}

/** An HTML report shows the documents themselves; no other output does. */
export function showsDocuments({ report = [] }: OutputOptions): boolean {
  return report.some((value) => value.startsWith('html='));
}

/** Exit code of a result (design §4). */
export function exitCodeOf(result: RunResult): number {
  if (result.outcome === 'failed') return EXIT.failed;
  return result.outcome === 'passed' ? EXIT.passed : EXIT.inconclusive;
}

/** Checks every `--report format=file` before the work starts. Throws `bad-option`. */
export function readReportOptions(values: readonly string[] = [], command: string): { format: string; file: string }[] {
  return values.map((value) => {
    const at = value.indexOf('=');
    const format = at < 0 ? value : value.slice(0, at);
    const file = at < 0 ? '' : value.slice(at + 1);
    if (!isReportFormat(format) || file === '') {
      const known = REPORT_FORMATS.join(', ');
      throw makeError('bad-option', { option: '--report', reason: `${value} (format=file; ${known})`, command });
    }
    return { format, file };
  });
}

/** Prints the result, writes the reports asked for, gives the exit code. Throws `report-unwritable` once all is told. */
export async function showResult(
  result: RunResult,
  options: OutputOptions,
  session: Session,
  command: string,
  assets?: ReportAssets,
): Promise<number> {
  const refused = await writeReports(result, options, session, command, assets);
  const exitCode = await printResult(result, options, session);
  if (refused) throw refused;
  return exitCode;
}

/**
 * Writes the reports asked for. The first one that cannot be written is given back, for its error to be thrown after the
 * verdict: neither that nor the other reports may be lost with it.
 */
export async function writeReports(
  result: RunResult,
  options: OutputOptions,
  session: Session,
  command: string,
  assets?: ReportAssets,
): Promise<EpreuveError | undefined> {
  const { language } = session;
  const showValues = options.showValues === true;
  let refused: EpreuveError | undefined;
  for (const { format, file } of readReportOptions(options.report, command)) {
    try {
      await writeReport(result, format, file, { language, showValues, ...(assets && { assets }) });
      session.say({ fr: `Rapport : ${file}`, en: `Report: ${file}` });
    } catch (error) {
      if (!isEpreuveError(error) || error.code !== 'report-unwritable') throw error;
      refused ??= error;
    }
  }
  return refused;
}

/** The whole result on standard output: JSON when asked for, else text. */
export async function printResult(result: RunResult, options: OutputOptions, session: Session): Promise<number> {
  const { language, colour } = session;
  const showValues = options.showValues === true;
  const format = options.json ? 'json' : 'text';
  const { render } = await loadReport(format);
  session.print(toText(render(result, { language, showValues, colour: colour && !options.json })));
  return exitCodeOf(result);
}

/** Throws `report-unwritable`. */
export async function writeReport(
  result: RunResult,
  format: string,
  file: string,
  options: ReportOptions,
): Promise<void> {
  if (!isReportFormat(format)) throw makeError('defect', { reason: `unknown report ${format}` });
  const rendered = await renderReport(result, format, options);
  try {
    await writeFile(file, rendered);
  } catch (cause) {
    throw makeError('report-unwritable', { file, reason: systemCode(cause) }, { cause });
  }
}

function toText(rendered: string | Uint8Array): string {
  return typeof rendered === 'string' ? rendered : Buffer.from(rendered).toString('utf8');
}
