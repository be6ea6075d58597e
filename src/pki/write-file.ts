import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeError, systemCode } from '../core/index.js';

const OWNER_FILE = 0o600;
const PUBLIC_FILE = 0o644;
const OWNER_FOLDER = 0o700;

export interface WriteOptions {
  readonly overwrite?: boolean;
}

/**
 * Writes a secret (key PEM, PKCS#12 bytes) that only its owner can read: file 0600, folders it has to make 0700.
 * A replaced file is replaced whole or not at all. Throws `key-file-exists` unless `overwrite`, and `folder-unwritable`.
 */
export function writeKeyFile(path: string, contents: string | Uint8Array, options: WriteOptions = {}): Promise<void> {
  return writeNew(path, contents, OWNER_FILE, options);
}

/** The same for what anyone may read: certificates and revocation lists. */
export function writePublicFile(
  path: string,
  contents: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  return writeNew(path, contents, PUBLIC_FILE, options);
}

async function writeNew(
  path: string,
  contents: string | Uint8Array,
  mode: number,
  options: WriteOptions,
): Promise<void> {
  const folder = dirname(path);
  await inFolder(folder, makeFolder(folder));
  if (options.overwrite !== true) return create(path, contents, mode, path);
  const draft = `${path}.${randomBytes(6).toString('hex')}.key`;
  await create(draft, contents, mode, path);
  try {
    await inFolder(folder, rename(draft, path));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Not `recursive: true`: Node 20 then tries for ever where a file system answers ENOENT below a folder (`/proc`). */
async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = path; !(await isFolder(folder)); folder = dirname(folder)) missing.push(folder);
  for (const folder of missing.reverse()) {
    await mkdir(folder, { mode: OWNER_FOLDER }).catch(async (error: unknown) => {
      if (systemCode(error) !== 'EEXIST' || !(await isFolder(folder))) throw error;
    });
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Opening is exclusive, so that only a file made here is ever removed when writing fails (a full disk). */
async function create(target: string, contents: string | Uint8Array, mode: number, file: string): Promise<void> {
  const folder = dirname(file);
  const handle = await open(target, 'wx', mode).catch((cause: unknown) => {
    if (systemCode(cause) === 'EEXIST') throw makeError('key-file-exists', { file }, { cause });
    throw makeError('folder-unwritable', { folder, reason: systemCode(cause) }, { cause });
  });
  try {
    await inFolder(folder, handle.writeFile(contents));
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function inFolder(folder: string, action: Promise<unknown>): Promise<void> {
  try {
    await action;
  } catch (cause) {
    throw makeError('folder-unwritable', { folder, reason: systemCode(cause) }, { cause });
  }
}
