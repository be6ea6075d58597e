import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from '../core/index.js';

/**
 * Makes a folder and those above it, for their owner only; throws the error of the system. Not `recursive: true`: Node 20
 * then tries for ever where a file system answers ENOENT below a folder that exists (`/proc`).
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = path; !isFolder(folder); folder = dirname(folder)) missing.push(folder);
  for (const folder of missing.reverse()) make(folder);
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another run may have made it meanwhile.
    if (systemCode(error) !== 'EEXIST' || !isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    // Something else than a folder is left to mkdir, which says what is in the way.
    return statSync(path).isDirectory();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
