import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeError } from '../core/index.js';

const OWNER_FILE = 0o600;
const OWNER_FOLDER = 0o700;

/**
 * Writes a secret (key PEM, PKCS#12 bytes) that only its owner can read: file 0600, folders it has to make 0700.
 * A replaced file is replaced whole or not at all. Throws `key-file-exists` unless `overwrite`, and `folder-unwritable`.
 */
export async function writeKeyFile(
  path: string,
  contents: string | Uint8Array,
  options: { readonly overwrite?: boolean } = {},
): Promise<void> {
  const folder = dirname(path);
  await asOperator(folder, () => mkdir(folder, { recursive: true, mode: OWNER_FOLDER }));
  if (options.overwrite !== true) return create(path, contents, path);
  const draft = `${path}.${randomBytes(6).toString('hex')}.key`;
  await create(draft, contents, path);
  await asOperator(folder, () => rename(draft, path));
}

/** Never follows nor touches what is there already; leaves nothing behind when the disk is full. */
async function create(target: string, contents: string | Uint8Array, file: string): Promise<void> {
  try {
    await writeFile(target, contents, { mode: OWNER_FILE, flag: 'wx' });
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') throw makeError('key-file-exists', { file }, { cause });
    await rm(target, { force: true }).catch(() => undefined);
    throw makeError('folder-unwritable', { folder: dirname(file), reason: systemCode(cause) }, { cause });
  }
}

async function asOperator(folder: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (cause) {
    throw makeError('folder-unwritable', { folder, reason: systemCode(cause) }, { cause });
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
