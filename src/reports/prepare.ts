import type { RunResult } from '../core/index.js';
import { maskResult } from './masking.js';
import { printableResult } from './printable.js';
import type { ReportOptions } from './types.js';

/** The result as a report for people may show it: masked unless asked, excerpts when asked, every text printable. */
export function prepareResult(result: RunResult, options: ReportOptions): RunResult {
  return printableResult(withOptions(result, options));
}

/** Masking and excerpts only: for JSON, which escapes its own texts. */
export function withOptions(result: RunResult, options: ReportOptions): RunResult {
  const shown = options.showValues === true ? result : maskResult(result);
  if (options.excerpts !== false) return shown;
  return { ...shown, findings: shown.findings.map(({ excerpt: _excerpt, ...finding }) => finding) };
}
