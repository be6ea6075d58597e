export { MASK, maskResult, maskValue } from './masking.js';
export { isReportFormat, loadReport, REPORT_FORMATS, REPORTS, type ReportFormat } from './registry.js';
export type { Render, Report, ReportOptions } from './types.js';
export { verdictSentence } from './verdict.js';
