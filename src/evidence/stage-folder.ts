import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Writable } from 'node:stream';
import { isEpreuveError, makeError, systemCode } from '../core/index.js';
import { makeFolder } from './make-folder.js';
import { writeZip } from './zip-folder.js';

/** The ways a file comes into being; tests give others, that fail. */
export interface FileWriter {
  write(path: string, bytes: string | Uint8Array): void;
  copy(from: string, to: string): void;
  /** For the archive. */
  open(path: string): Writable;
}

const SYSTEM: FileWriter = {
  write: (path, bytes) => writeFileSync(path, bytes, { mode: 0o600 }),
  copy: (from, to) => copyFileSync(from, to),
  open: (path) => createWriteStream(path, { mode: 0o600 }),
};

export interface StageOptions {
  /** File whose presence says that an existing folder was made by the same command and may be replaced. */
  readonly marker: string;
  /** Writes a ZIP of the folder to this path too; both are there or neither. */
  readonly archive?: string;
  readonly writer?: FileWriter;
}

/** A folder being filled. Paths have forward slashes and stay inside. */
export interface Stage {
  readonly folder: string;
  write(path: string, bytes: string | Uint8Array): void;
  copy(from: string, path: string): void;
}

/**
 * Fills a folder beside its place, then puts it there in one move, so that it is whole or not there at all: what stood
 * there before stays until then. Throws `folder-in-use` for a folder of something else, `folder-unwritable`, and
 * `file-unwritable` for the archive.
 */
export async function stageFolder(
  target: string,
  fill: (stage: Stage) => Promise<void>,
  { marker, writer = SYSTEM, archive }: StageOptions,
): Promise<void> {
  const place = resolve(target);
  const mark = randomBytes(4).toString('hex');
  const [draft, former] = [`${place}.part-${mark}`, `${place}.old-${mark}`];
  try {
    checkPlace(place, marker);
    if (archive && existsSync(archive) && !statSync(archive).isFile())
      throw makeError('folder-in-use', { folder: archive });
    makeFolder(dirname(place));
    mkdirSync(draft, { mode: 0o700 });
    await fill(stageIn(draft, writer));
    if (archive) await pack(draft, archive, { mark, root: basename(place), writer });
    swap(draft, place, former);
    if (archive) renameSync(`${archive}.part-${mark}`, archive);
  } catch (error) {
    remove(draft);
    if (archive) remove(`${archive}.part-${mark}`);
    throw isEpreuveError(error) || systemCode(error) === 'unknown'
      ? error
      : makeError('folder-unwritable', { folder: target, reason: systemCode(error) }, { cause: error });
  }
}

/** Under a name of its own until it is whole. */
async function pack(
  draft: string,
  archive: string,
  { mark, root, writer }: { readonly mark: string; readonly root: string; readonly writer: FileWriter },
): Promise<void> {
  try {
    await writeZip(draft, writer.open(`${archive}.part-${mark}`), root);
  } catch (cause) {
    if (isEpreuveError(cause) || systemCode(cause) === 'unknown') throw cause;
    throw makeError('file-unwritable', { file: archive, reason: systemCode(cause) }, { cause });
  }
}

/** What cannot be removed must not hide why it had to be. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Its parent is no folder, or cannot be written: nothing of ours is there.
  }
}

function checkPlace(place: string, marker: string): void {
  if (!existsSync(place)) return;
  const isOurs = statSync(place).isDirectory() && (existsSync(join(place, marker)) || readdirSync(place).length === 0);
  if (!isOurs) throw makeError('folder-in-use', { folder: place });
}

function stageIn(folder: string, writer: FileWriter): Stage {
  const inside = (path: string) => {
    const full = resolve(folder, path);
    if (!full.startsWith(folder + sep)) throw makeError('defect', { reason: `path outside: ${path}` });
    mkdirSync(dirname(full), { recursive: true, mode: 0o700 });
    return full;
  };
  return {
    folder,
    write: (path, bytes) => writer.write(inside(path), bytes),
    copy: (from, path) => writer.copy(from, inside(path)),
  };
}

function swap(draft: string, place: string, former: string): void {
  if (!existsSync(place)) {
    renameSync(draft, place);
    return;
  }
  renameSync(place, former);
  try {
    renameSync(draft, place);
  } catch (error) {
    renameSync(former, place);
    throw error;
  }
  rmSync(former, { recursive: true, force: true });
}
