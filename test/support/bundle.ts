import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Path of a bundle for a real process: the command line, or the library of evidence. Bundled with the tests of this run
 * (scripts/bundle-tests.mjs), and not the `dist/` of the user, which may be of another day, or being rebuilt.
 */
export function bundleForProcess(name: 'cli' | 'evidence'): string {
  return join(root, 'dist', 'tests', 'process', `${name}.js`);
}
