import { makeError } from '../core/index.js';
import type { ReportFonts } from './assets.js';
import type { ReportOptions } from './types.js';

/** Fonts of the caller. Throws `font-missing`: a page whose letters depend on the machine would not be a proof. */
export function neededFonts({ assets }: ReportOptions): ReportFonts {
  if (assets?.fonts) return assets.fonts;
  throw makeError('font-missing', { file: 'assets.fonts' });
}
