import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { makeError } from '../core/index.js';
import { PACK_ID_PATTERN } from './ids.js';
import { builtInPlaces } from './roots.js';

/** YAML files of a folder of data that is not a rule pack, as texts by path (forward slashes). */
export interface DataFolder {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FILES = 200;

/**
 * Reads the YAML files of `profiles/<id>` or of a folder given by its path, one level deep. Links are not followed.
 * Throws `pack-not-found` when `main` is not in it, and `file-too-large`.
 */
export async function readDataFolder(idOrPath: string, main: string): Promise<DataFolder> {
  const isPath = idOrPath.startsWith('.') || isAbsolute(idOrPath) || /[\\/]/.test(idOrPath);
  if (!isPath && !PACK_ID_PATTERN.test(idOrPath))
    throw makeError('pack-not-found', { pack: idOrPath, available: main });
  const folder = isPath ? resolve(idOrPath) : join(builtInPlaces().profiles, idOrPath);
  const files = new Map<string, string>();
  for (const path of await pathsOf(folder)) files.set(path, await readPlain(join(folder, path)));
  if (!files.has(main)) throw makeError('pack-not-found', { pack: idOrPath, available: main });
  return { name: basename(folder), files };
}

async function pathsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const paths: string[] = [];
  for (const entry of entries) {
    if (entry.isFile() && entry.name.endsWith('.yaml')) paths.push(entry.name);
    if (!entry.isDirectory()) continue;
    const below = await readdir(join(folder, entry.name), { withFileTypes: true });
    for (const inner of below) {
      if (inner.isFile() && inner.name.endsWith('.yaml')) paths.push(`${entry.name}/${inner.name}`);
    }
  }
  return paths.sort().slice(0, MAX_FILES);
}

async function readPlain(path: string): Promise<string> {
  const { size } = await lstat(path);
  if (size > MAX_FILE_BYTES) throw makeError('file-too-large', { file: path, limit: MAX_FILE_BYTES });
  return readFile(path, 'utf8');
}
