import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Entry } from 'yauzl';
import { isEpreuveError, makeError } from '../core/index.js';

/** What an archive holds, below its one root folder. Nothing of it was written anywhere. */
export interface ZipContent {
  /** SHA-256 by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Bytes of the files asked for. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all files together, unpacked. */
  readonly bytes: number;
  /** Bytes of a file whose content is kept. */
  readonly kept: number;
}

/** Far more than a dossier of a hundred requirements with its films. */
export const ZIP_LIMITS: ZipLimits = { entries: 100_000, bytes: 16 * 1024 ** 3, kept: 32 * 1024 ** 2 };

/**
 * Reads an archive as a stream, never onto the disk. Throws `zip-refused` for one that is damaged, encrypted or larger than
 * the limits, and for names that would leave its folder, stand twice, or are no plain file.
 */
export async function readZip(file: string, keep: ReadonlySet<string>, limits = ZIP_LIMITS): Promise<ZipContent> {
  const { openPromise } = await import('yauzl');
  try {
    const zip = await openPromise(file, { lazyEntries: true, strictFileNames: true });
    const reader = new ZipReader(file, keep, limits);
    for await (const entry of zip.eachEntry()) await reader.take(entry, () => zip.openReadStreamPromise(entry));
    return reader;
  } catch (error) {
    if (isEpreuveError(error)) throw error;
    throw refused(file, 'archive illisible ou coupée', 'unreadable or cut archive', error);
  }
}

class ZipReader implements ZipContent {
  readonly digests = new Map<string, string>();
  readonly files = new Map<string, Uint8Array>();
  readonly #names = new Set<string>();
  #root: string | undefined;
  #entries = 0;
  #bytes = 0;

  constructor(
    private readonly file: string,
    private readonly keep: ReadonlySet<string>,
    private readonly limits: ZipLimits,
  ) {}

  async take(entry: Entry, open: () => Promise<Readable>): Promise<void> {
    this.#entries += 1;
    if (this.#entries > this.limits.entries) throw refused(this.file, 'trop de fichiers', 'too many files');
    const path = this.#pathOf(entry);
    if (path === undefined) return;
    // The library refuses an entry that unpacks to another size than it says.
    this.#bytes += entry.uncompressedSize;
    const isKept = this.keep.has(path);
    if (this.#bytes > this.limits.bytes || (isKept && entry.uncompressedSize > this.limits.kept)) {
      throw refused(this.file, 'contenu trop gros', 'content too large');
    }
    const hash = createHash('sha256');
    const parts: Buffer[] = [];
    for await (const part of (await open()) as AsyncIterable<Buffer>) {
      hash.update(part);
      if (isKept) parts.push(part);
    }
    this.digests.set(path, hash.digest('hex'));
    if (isKept) this.files.set(path, Buffer.concat(parts));
  }

  /** Below the root folder; undefined for a folder. */
  #pathOf(entry: Entry): string | undefined {
    const name = entry.fileName;
    if (entry.isEncrypted() || !entry.canDecodeFileData())
      throw refused(this.file, 'fichier chiffré', 'encrypted file');
    if (!isPlainFile(entry)) throw refused(this.file, 'lien ou fichier spécial', 'link or special file');
    const [root = '', ...rest] = name.split('/');
    if (rest.length === 0 || /[\u0000-\u001f\u007f\\:]/.test(name) || name.split('/').some(leaves)) {
      throw refused(this.file, 'nom de fichier interdit', 'forbidden file name');
    }
    this.#root ??= root;
    if (root !== this.#root) throw refused(this.file, 'plusieurs dossiers à la racine', 'several folders at the root');
    if (name.endsWith('/')) return undefined;
    const key = name.normalize('NFC').toLowerCase();
    if (this.#names.has(key)) throw refused(this.file, 'deux fichiers du même nom', 'two files of one name');
    this.#names.add(key);
    return rest.join('/');
  }
}

const leaves = (part: string) => part === '.' || part === '..';

/** Type of file in the rights a Unix system wrote: none, a file, or the folder its name says it is. */
function isPlainFile({ externalFileAttributes, fileName }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & 0o170000;
  return type === 0 || type === 0o100000 || (type === 0o040000 && fileName.endsWith('/'));
}

function refused(file: string, reasonFr: string, reasonEn: string, cause?: unknown) {
  return makeError('zip-refused', { file, reasonFr, reasonEn }, cause === undefined ? {} : { cause });
}
