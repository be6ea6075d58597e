import { extname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { listFiles } from './run-folder.js';

/** Already compressed: packing them again costs time and gains nothing. */
const PACKED = new Set(['.png', '.jpg', '.jpeg', '.pdf', '.mp4', '.webm', '.mov', '.mkv', '.zip', '.gz']);
/** A ZIP has no older time. Of the local time zone, because its times have none: the same bytes everywhere. */
const NO_TIME = () => new Date(1980, 0, 1);

/**
 * Packs a folder under one root name into a stream. Same files, same bytes: sorted, without time nor rights. Rejects with
 * the error of the system.
 */
export async function writeZip(folder: string, to: Writable, root: string): Promise<void> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  for (const path of [...listFiles(folder, new Set())].sort()) {
    zip.addFile(join(folder, path), `${root}/${path}`, {
      mtime: NO_TIME(),
      mode: 0o100644,
      compress: !PACKED.has(extname(path).toLowerCase()),
      forceDosTimestamp: true,
    });
  }
  zip.end();
  const broken = new Promise<never>((_, reject) => zip.once('error', reject));
  await Promise.race([pipeline(zip.outputStream, to), broken]);
}
