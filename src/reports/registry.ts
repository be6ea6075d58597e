import type { RunResult } from '../core/index.js';
import type { Render, Report, ReportOptions } from './types.js';

interface ReportRow {
  readonly mediaType: string;
  /** Without dot. */
  readonly extension: string;
  /** Loads the renderer and what it needs (preact, an XML writer…) only when that format is asked for. */
  readonly load: () => Promise<Render>;
  /** True when `ReportOptions.assets.fonts` must be given. */
  readonly needsFonts?: true;
}

export const REPORTS = {
  text: { mediaType: 'text/plain', extension: 'txt', load: async () => (await import('./text/text.js')).renderText },
  json: { mediaType: 'application/json', extension: 'json', load: async () => (await import('./json.js')).renderJson },
  junit: { mediaType: 'application/xml', extension: 'xml', load: async () => (await import('./junit.js')).renderJunit },
  html: { mediaType: 'text/html', extension: 'html', load: async () => (await import('./html/html.js')).renderHtml },
  md: { mediaType: 'text/markdown', extension: 'md', load: async () => (await import('./markdown.js')).renderMarkdown },
  csv: { mediaType: 'text/csv', extension: 'csv', load: async () => (await import('./csv.js')).renderCsv },
  pdf: {
    mediaType: 'application/pdf',
    extension: 'pdf',
    load: async () => (await import('./pdf/pdf.js')).renderPdf,
    needsFonts: true,
  },
  png: {
    mediaType: 'image/png',
    extension: 'png',
    load: async () => (await import('./png/png.js')).renderPng,
    needsFonts: true,
  },
  sarif: {
    mediaType: 'application/sarif+json',
    extension: 'sarif',
    load: async () => (await import('./sarif/sarif.js')).renderSarif,
  },
  tar: { mediaType: 'application/xml', extension: 'xml', load: async () => (await import('./tar.js')).renderTar },
  gazelle: {
    mediaType: 'application/gzl.validation.report+json',
    extension: 'json',
    load: async () => (await import('./gazelle/gazelle-json.js')).renderGazelle,
  },
  'gazelle-xml': {
    mediaType: 'application/xml',
    extension: 'xml',
    load: async () => (await import('./gazelle/gazelle-xml.js')).renderGazelleXml,
  },
  outcome: {
    mediaType: 'application/fhir+json',
    extension: 'json',
    load: async () => (await import('./fhir/operation-outcome.js')).renderOperationOutcome,
  },
  testreport: {
    mediaType: 'application/fhir+json',
    extension: 'json',
    load: async () => (await import('./fhir/test-report.js')).renderTestReport,
  },
} as const satisfies Record<string, ReportRow>;

export type ReportFormat = keyof typeof REPORTS;

const ROWS: Readonly<Record<string, ReportRow>> = REPORTS;

export const REPORT_FORMATS: readonly ReportFormat[] = Object.keys(REPORTS).filter(isReportFormat);

/** True when rendering needs `ReportOptions.assets.fonts`. */
export function needsFonts(format: ReportFormat): boolean {
  return ROWS[format]?.needsFonts === true;
}

export function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(REPORTS, name);
}

/** Renderer of a format, ready to use. */
export async function loadReport(format: ReportFormat): Promise<Report> {
  const { mediaType, extension, load } = REPORTS[format];
  return { mediaType, extension, render: await load() };
}

/** The part of the text report about one report of another tool, masked unless asked. */
export async function describeOutside(result: RunResult, evidenceId: string, options: ReportOptions): Promise<string> {
  const { describeOutside: describe } = await import('./text/describe-outside.js');
  return describe(result, evidenceId, options);
}
