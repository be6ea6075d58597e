import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { build, type Metafile } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** Libraries that the chunk of an entry point, and the chunks it imports, ask for as soon as they are loaded. */
function librariesAtStart({ outputs }: Metafile, entryPoint: string): string[] {
  const libraries = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { path, kind, external } of outputs[name]?.imports ?? []) {
      if (kind !== 'import-statement') continue;
      if (!external) visit(path);
      else if (!path.startsWith('node:')) libraries.add(path);
    }
  };
  const [start] = Object.entries(outputs).find(([, output]) => output.entryPoint === entryPoint) ?? [];
  if (start === undefined) throw new Error(`${entryPoint} makes no chunk of its own`);
  visit(start);
  return [...libraries].sort();
}

test('epreuve check starts without the libraries that only other commands need', async () => {
  const { metafile } = await build({
    entryPoints: ['src/cli/main.ts'],
    absWorkingDir: root,
    outdir: 'dist',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
  });
  expect(librariesAtStart(metafile, 'src/cli/main.ts')).toEqual(['commander', 'iconv-lite', 'saxes']);
  expect(librariesAtStart(metafile, 'src/cli/commands/check.ts')).toEqual(['iconv-lite', 'saxes']);
});
