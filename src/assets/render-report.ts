import type { RunResult } from '../core/index.js';
import { loadReport, needsFonts, type ReportFormat, type ReportOptions } from '../reports/index.js';
import { loadFonts } from './fonts.js';

/** Renders one format, with the fonts it needs. Throws `font-missing`. */
export async function renderReport(
  result: RunResult,
  format: ReportFormat,
  options: ReportOptions,
): Promise<string | Uint8Array> {
  const { render } = await loadReport(format);
  if (!needsFonts(format) || options.assets?.fonts) return render(result, options);
  return render(result, { ...options, assets: { ...options.assets, fonts: await loadFonts() } });
}
