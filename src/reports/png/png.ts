import { Resvg } from '@resvg/resvg-js';
import type { RunResult } from '../../core/index.js';
import { neededFonts } from '../needed-fonts.js';
import type { ReportOptions } from '../types.js';
import { summarySvg, WIDTH } from './summary-svg.js';

/**
 * The summary as a picture for a mail or a page of a wiki, drawn with our fonts only: the same everywhere.
 * Throws `font-missing`.
 */
export function renderPng(result: RunResult, options: ReportOptions): Uint8Array {
  const { regular, bold } = neededFonts(options);
  const svg = summarySvg(result, options).replaceAll('font-family="sans"', 'font-family="DejaVu Sans Condensed"');
  const picture = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [regular.path, bold.path],
      defaultFontFamily: 'DejaVu Sans Condensed',
    },
    fitTo: { mode: 'width', value: 2 * WIDTH },
  });
  return picture.render().asPng();
}
