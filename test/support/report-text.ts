import { renderReport } from '../../src/assets/index.js';
import type { RunResult } from '../../src/core/index.js';
import type { ReportFormat, ReportOptions } from '../../src/reports/index.js';
import { summarySvg } from '../../src/reports/png/summary-svg.js';
import { pdfText } from './pdf-text.js';

/** What a reader of the report sees or parses, as text. */
export async function reportText(result: RunResult, format: ReportFormat, options: ReportOptions): Promise<string> {
  if (format === 'png') return summarySvg(result, options);
  const rendered = await renderReport(result, format, options);
  return typeof rendered === 'string' ? rendered : pdfText(rendered);
}
