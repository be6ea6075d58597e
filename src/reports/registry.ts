import type { Render, Report } from './types.js';

interface ReportRow {
  readonly mediaType: string;
  /** Without dot. */
  readonly extension: string;
  /** Loads the renderer and what it needs (preact, an XML writer…) only when that format is asked for. */
  readonly load: () => Promise<Render>;
}

export const REPORTS = {
  text: { mediaType: 'text/plain', extension: 'txt', load: async () => (await import('./text/text.js')).renderText },
  json: { mediaType: 'application/json', extension: 'json', load: async () => (await import('./json.js')).renderJson },
  junit: { mediaType: 'application/xml', extension: 'xml', load: async () => (await import('./junit.js')).renderJunit },
  html: { mediaType: 'text/html', extension: 'html', load: async () => (await import('./html/html.js')).renderHtml },
  md: { mediaType: 'text/markdown', extension: 'md', load: async () => (await import('./markdown.js')).renderMarkdown },
  csv: { mediaType: 'text/csv', extension: 'csv', load: async () => (await import('./csv.js')).renderCsv },
} as const satisfies Record<string, ReportRow>;

export type ReportFormat = keyof typeof REPORTS;

export const REPORT_FORMATS: readonly ReportFormat[] = ['text', 'json', 'junit', 'html', 'md', 'csv'];

export function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(REPORTS, name);
}

/** Renderer of a format, ready to use. */
export async function loadReport(format: ReportFormat): Promise<Report> {
  const { mediaType, extension, load } = REPORTS[format];
  return { mediaType, extension, render: await load() };
}
