export type { FontFile, ReportAssets, ReportFonts, ReportImage } from './assets.js';
export { MASK, maskResult, maskValue } from './masking.js';
export {
  describeOutside,
  isReportFormat,
  loadReport,
  needsFonts,
  REPORT_FORMATS,
  REPORTS,
  type ReportFormat,
} from './registry.js';
export type { Render, Report, ReportOptions } from './types.js';
export { verdictSentence } from './verdict.js';
