export type { FontFile, ReportAssets, ReportFonts, ReportImage, ReportMessage } from './assets.js';
export {
  type ChangeKind,
  compareResults,
  type FindingChange,
  hasNewFailure,
  type ResultDiff,
} from './diff/compare-results.js';
export { renderDiffHtml, renderDiffJson, renderDiffText } from './diff/render-diff.js';
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
