// Bundles every test and what it imports into dist/tests. A suite that needs every rule would otherwise load some seven
// hundred modules by itself, which takes longer than its tests.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './setup.mjs';

/**
 * Tests find samples and golden files from where their source is. What they test sits in dist, as it does for the user: so it
 * takes the packs compiled there, instead of compiling them again for each suite.
 */
const keepPlaces = {
  name: 'keep-places',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]test[\\/].*\.tsx?$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('import.meta.')) return undefined;
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** What some tests start as a process of its own, and so needs a file of its own: test/support/bundle.ts names them. */
const PROCESSES = { 'process/cli': 'src/cli/main.ts', 'process/evidence': 'src/evidence/index.ts' };

/** Bundles every test below test/. Returns the folder of the bundles. */
export async function bundleTests() {
  const outdir = join(root, 'dist', 'tests');
  rmSync(outdir, { recursive: true, force: true });
  const files = readdirSync(join(root, 'test'), { recursive: true }).filter((name) => /\.test\.tsx?$/.test(name));
  await build({
    entryPoints: [
      ...files.map((name) => ({ in: join(root, 'test', name), out: join('test', name).replace(/\.tsx?$/, '') })),
      ...Object.entries(PROCESSES).map(([out, source]) => ({ in: join(root, source), out })),
    ],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'external',
    plugins: [keepPlaces],
    logLevel: 'warning',
  });
  return outdir;
}
