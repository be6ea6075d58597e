import { describe, expect, it } from '@jest/globals';
import { renderReport } from '../../src/assets/index.js';
import { LANGUAGES } from '../../src/core/index.js';
import { REPORT_FORMATS, type ReportFormat, type ReportOptions } from '../../src/reports/index.js';
import { golden } from '../support/golden-files.js';
import { goldenResult } from '../support/golden-result.js';

/** Formats that are not text have a test of their own. */
const FILES: Readonly<Partial<Record<ReportFormat, string>>> = {
  text: 'txt',
  json: 'json',
  junit: 'xml',
  html: 'html.txt',
  md: 'md',
  csv: 'csv',
  sarif: 'sarif',
  tar: 'tar.xml',
  gazelle: 'gazelle.json',
  'gazelle-xml': 'gazelle.xml',
  outcome: 'outcome.json',
  testreport: 'testreport.json',
};

async function rendered(format: ReportFormat, options: ReportOptions): Promise<string> {
  const output = await renderReport(goldenResult(), format, options);
  if (typeof output !== 'string') throw new Error(`${format} should be text`);
  return output;
}

/** One tag a line, style and script left out, so that a reviewer can read the difference. */
function toReadableHtml(html: string): string {
  return html
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1>…</$1>')
    .replace(/'sha256-[^']*'/g, "'sha256-…'")
    .replace(/></g, '>\n<');
}

describe('golden result', () => {
  it('is what its script builds', () => {
    const text = `${JSON.stringify(goldenResult(), null, 2)}\n`;
    expect(text).toBe(golden('run-result.json', text));
  });

  for (const format of REPORT_FORMATS.filter((name) => FILES[name] !== undefined)) {
    it.each(LANGUAGES)(`renders as ${format} in %s as it did before, twice the same`, async (language) => {
      const output = await rendered(format, { language });
      expect(await rendered(format, { language })).toBe(output);
      const text = format === 'html' ? toReadableHtml(output) : output;
      expect(text).toBe(golden(`report.${language}.${FILES[format]}`, text));
    });
  }

  it('renders as brief text', async () => {
    const text = await rendered('text', { language: 'fr', brief: true });
    expect(text).toBe(golden('report-brief.fr.txt', text));
  });

  it('renders with values and without excerpts', async () => {
    const text = await rendered('text', { language: 'fr', showValues: true });
    expect(text).toBe(golden('report-values.fr.txt', text));
    expect(await rendered('text', { language: 'fr', showValues: true, excerpts: false })).not.toContain('│');
  });

  it('is not changed by rendering', async () => {
    const result = goldenResult();
    const before = JSON.stringify(result);
    for (const format of REPORT_FORMATS) await renderReport(result, format, { language: 'fr' });
    expect(JSON.stringify(result)).toBe(before);
  });
});
