import type { RunResult } from '../../core/index.js';
import { prepareResult } from '../prepare.js';
import type { ReportOptions } from '../types.js';
import { outsideText } from './outside-text.js';
import { paletteFor } from './palette.js';

/** The part of the text report about one report of another tool, masked unless asked. */
export function describeOutside(result: RunResult, evidenceId: string, options: ReportOptions): string {
  const context = { language: options.language, palette: paletteFor(options.colour ?? false) };
  const shown = prepareResult(result, options);
  const outsideReports = shown.outsideReports?.filter((report) => report.evidenceId === evidenceId) ?? [];
  return outsideText({ ...shown, outsideReports }, context).join('\n');
}
