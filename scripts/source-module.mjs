// Lets a script use the TypeScript source without a build: bundles one file, packages left outside, and imports it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

let count = 0;
const root = fileURLToPath(new URL('..', import.meta.url));

/** Imports `src/…` as a module. The bundle lies under the project so that its packages and profiles are found. */
export async function importSource(path) {
  const outdir = join(root, 'node_modules', '.cache', 'epreuve', `source-${process.pid}-${count++}`);
  await build({
    entryPoints: { entry: join(root, path) },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  return import(pathToFileURL(join(outdir, 'entry.mjs')).href);
}
