// Shared by start, test and build: installs and builds only when needed, so that the README's two commands are enough
// on a fresh clone with Node and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const MINIMUM = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return;
  console.error(`Épreuve a besoin de Node ${MINIMUM.join('.')} ou plus récent (ici ${process.version}).`);
  console.error(`Épreuve needs Node ${MINIMUM.join('.')} or newer (this is ${process.version}).`);
  process.exit(3);
}

/** Newest modification time below a path, in milliseconds. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => {
    if (name === 'generated') return latest;
    return Math.max(latest, newest(join(path, name)));
  }, 0);
}

export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function mustRun(command, args, options) {
  const status = run(command, args, options);
  if (status !== 0) process.exit(status);
}

/** `npm ci` when node_modules is absent or older than the lock file. Its talk goes to stderr: stdout is for data. */
export function ensureInstalled() {
  checkNode();
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs - 1000) return;
  console.error('Installation des dépendances… / Installing dependencies…');
  mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
}

/** Builds dist/ when something under src, profiles or scripts is newer than the last build. */
export function ensureBuilt() {
  ensureInstalled();
  const stamp = join(root, 'dist', '.built');
  const sources = ['src', 'profiles', 'scripts', 'package.json'].map((name) => newest(join(root, name)));
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...sources)) return;
  console.error('Construction… / Building…');
  mustRun(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 2, 2] });
}
