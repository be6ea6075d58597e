import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { isReportFormat, loadReport, REPORT_FORMATS, REPORTS } from '../../src/reports/index.js';

const FOLDER = fileURLToPath(new URL('../../src/reports/', import.meta.url));

/** Packages and files a file imports at once, not later. */
function staticImports(file: string): string[] {
  return [...readFileSync(FOLDER + file, 'utf8').matchAll(/^(?:import|export) (?!type)[^;]*?from '([^']+)'/gm)].flatMap(
    ([, from]) => (from === undefined ? [] : [from]),
  );
}

describe('report registry', () => {
  it('lists every format once', async () => {
    expect([...REPORT_FORMATS].sort()).toEqual(Object.keys(REPORTS).sort());
    for (const format of REPORT_FORMATS) expect(typeof (await loadReport(format)).render).toBe('function');
  });

  it('knows its own names only', () => {
    expect(isReportFormat('html')).toBe(true);
    for (const name of ['', 'docx', '__proto__', 'toString']) expect(isReportFormat(name)).toBe(false);
  });

  it('loads no renderer and no package before a format is asked for', () => {
    const seen = new Set<string>();
    const queue = ['index.ts'];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      seen.add(file);
      for (const from of staticImports(file)) {
        const next = posix.join(posix.dirname(file), from).replace(/\.js$/, '.ts');
        if (next.startsWith('../core/')) continue;
        expect(from).toMatch(/^\.\.?\//);
        if (!seen.has(next)) queue.push(next);
      }
    }
    expect(seen.has('registry.ts')).toBe(true);
    expect([...seen].filter((file) => /html|junit|json|text|csv|markdown|pdf/.test(file))).toEqual([]);
  });

  it('keeps preact inside the html folder', () => {
    const outside = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
    for (const file of outside) expect(staticImports(file).filter((from) => from.startsWith('preact'))).toEqual([]);
  });
});
