import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles a source file for a real process, as scripts/build.mjs does, into a folder of its own that is removed after the
 * tests of the file: `dist/` may be absent, or being rebuilt. Returns the path of the JavaScript file.
 */
export async function bundleForProcess(source: string): Promise<string> {
  // Below node_modules, where packages left out of the bundle are found.
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'epreuve-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: { bundle: join(root, source) },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { __EPREUVE_VERSION__: '"test"' },
    logLevel: 'error',
  });
  return join(folder, 'bundle.mjs');
}
