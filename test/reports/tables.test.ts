import { describe, expect, it } from '@jest/globals';
import { renderCsv } from '../../src/reports/csv.js';
import { renderMarkdown } from '../../src/reports/markdown.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

/** Reads RFC 4180. */
function cellsOf(csv: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"${separator}\r\n]*)(${separator}|\r\n|$)`, 'y');
  const text = csv.replace(/^\ufeff/, '').replace(/\r\n$/, '');
  while (cell.lastIndex < text.length) {
    const [, value = '', end] = cell.exec(text) ?? [];
    rows.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === '\r\n') rows.push([]);
    if (end === undefined) throw new Error('not RFC 4180');
  }
  if (text.endsWith(separator)) rows.at(-1)?.push('');
  return rows;
}

describe('csv report', () => {
  it.each([
    ['fr', ';'],
    ['en', ','],
  ] as const)('has rows of one width in %s, whatever strings hold', (language, separator) => {
    for (const result of [goldenResult(), hostileResult('";,\r\n=1+1')]) {
      const rows = cellsOf(renderCsv(result, { language, showValues: true }), separator);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([15]));
      expect(rows.length).toBeGreaterThan(10);
    }
  });

  it('lets no cell start a formula', () => {
    const items = goldenResult().items.map((item, index) => ({ ...item, title: `${'=+-@'[index % 4]}cmd` }));
    const rows = cellsOf(renderCsv({ ...goldenResult(), items }, { language: 'en' }), ',');
    expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });
});

describe('markdown report', () => {
  it('lets no string become markup, a link, a mention or a table cell', () => {
    const poison = '|<b>`x`</b>[a](javascript:b) @team #1 https://x.test **z**\n# t';
    const text = renderMarkdown(hostileResult(poison), { language: 'en', showValues: true });
    expect(text).not.toMatch(/<b>|\[a\]|@team|https:\/\/|\*\*z|`/);
    const widths = text.split('\n').map((line) => (line.startsWith('|') ? line.split('|').length : 0));
    expect(widths).toEqual(
      renderMarkdown(goldenResult(), { language: 'en' })
        .split('\n')
        .map((line) => (line.startsWith('|') ? line.split('|').length : 0)),
    );
  });

  it('stays small when findings are many', () => {
    const [finding] = goldenResult().findings;
    if (!finding) throw new Error('the golden result has findings');
    const findings = Array.from({ length: 5000 }, () => ({ ...finding, itemId: 'elsewhere' }));
    expect(renderMarkdown({ ...goldenResult(), findings }, { language: 'fr' }).length).toBeLessThan(60_000);
  });
});
