import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { makeError, type PackReference } from '../../core/index.js';
import type { Pack } from '../types.js';

/** The user's own copy of ANS's CDA kit, read as it is. Nothing of it is ever kept elsewhere but in the user's cache. */
export interface CdaKit {
  /** What results name it by: the folder's name and the digest of what was read. */
  readonly reference: PackReference;
  readonly texts: KitTexts;
  /** Paths as written on the disk, in order. */
  readonly paths: readonly string[];
  /** True when the kit also checks codes against whole terminologies, which is not run. */
  readonly hasTerminologies: boolean;
}

/** The files of a kit, held as they were read and made text when asked for: few are, and text takes twice the place. */
export class KitTexts {
  readonly #files: Map<string, Uint8Array>;

  /** Paths inside the kit, whatever their case: the kit was written on disks that do not tell cases apart. */
  constructor(files: Iterable<readonly [path: string, bytes: Uint8Array]>) {
    this.#files = new Map([...files].map(([path, bytes]) => [path.toLowerCase(), bytes]));
  }

  /** Undefined when the file is not there. */
  get(path: string): string | undefined {
    const bytes = this.#files.get(path.toLowerCase());
    return bytes && decode(bytes);
  }

  /** Lets go of the files that nobody will ask for any more. */
  release(paths: RegExp): void {
    for (const path of this.#files.keys()) if (paths.test(path)) this.#files.delete(path);
  }
}

const MAX_FILES = 20_000;
const MAX_FILE_BYTES = 16 * 1024 * 1024;
const MAX_BYTES = 256 * 1024 * 1024;

/** What is read of a kit, and of which type; engines, reports and terminologies of the kit are left alone. */
const PARTS: readonly (readonly [folder: string, files: RegExp])[] = [
  ['schematrons', /\.(?:sch|xml)$/i],
  ['jeuxdevaleurs', /\.xml$/i],
  ['infrastructure', /\.(?:xsd|dtd)$/i],
];
const LEFT_OUT = /^(?:schematrons\/(?:moteur|rapports|profils\/terminologies)|infrastructure\/.*\/sources)\//i;

/**
 * Reads a kit: the folder that holds `schematrons`, or one that holds nothing but it. Links are not followed.
 * Throws `file-not-found` and `cda-kit-invalid`.
 */
export async function loadCdaKit(path: string): Promise<CdaKit> {
  const root = await kitFolder(path);
  const name = basename(resolve(root));
  const files: KitFile[] = [];
  for (const folder of await readdir(root)) {
    const part = PARTS.find(([known]) => known === folder.toLowerCase());
    if (part) await readPart(root, folder, part[1], { name, files });
  }
  const sorted = files.sort((left, right) => (left.path < right.path ? -1 : 1));
  const digest = createHash('sha256');
  for (const { path: place, bytes } of sorted) digest.update(`${place}\0${bytes.length}\0`).update(bytes);
  const id = digest.digest('hex');
  return {
    reference: {
      id: 'cda-kit',
      version: id.slice(0, 12),
      title: { fr: `Kit CDA fourni par l’utilisateur (${name})`, en: `CDA kit given by the user (${name})` },
      trust: 'project',
      digest: id,
    },
    texts: new KitTexts(sorted.map(({ path: place, bytes }) => [place, bytes])),
    paths: sorted.map(({ path: place }) => place),
    hasTerminologies: await lstat(join(root, 'schematrons', 'profils', 'terminologies')).then(
      () => true,
      () => false,
    ),
  };
}

interface KitFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function kitFolder(path: string): Promise<string> {
  const stats = await lstat(path).catch((cause: unknown) => {
    throw makeError('file-not-found', { file: path }, { cause });
  });
  if (!stats.isDirectory()) throw invalid(basename(path), '.', 'ce n’est pas un dossier', 'this is not a folder');
  if (await hasSchematrons(path)) return path;
  // A downloaded archive often unpacks into a folder of its own.
  const inner = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const [only] = inner;
  if (only && inner.length === 1 && (await hasSchematrons(join(path, only.name)))) return join(path, only.name);
  throw invalid(basename(path), 'schematrons', 'dossier absent', 'no such folder');
}

async function hasSchematrons(path: string): Promise<boolean> {
  return (await readdir(path)).some((name) => name.toLowerCase() === 'schematrons');
}

async function readPart(
  root: string,
  folder: string,
  wanted: RegExp,
  into: { readonly name: string; readonly files: KitFile[] },
): Promise<void> {
  if (LEFT_OUT.test(`${folder}/`)) return;
  const subfolders: string[] = [];
  const names: string[] = [];
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    if (entry.isDirectory()) subfolders.push(`${folder}/${entry.name}`);
    if (entry.isFile() && wanted.test(entry.name)) names.push(`${folder}/${entry.name}`);
  }
  if (into.files.length + names.length > MAX_FILES)
    throw invalid(into.name, folder, `plus de ${MAX_FILES} fichiers`, `more than ${MAX_FILES} files`);
  into.files.push(...(await Promise.all(names.map((path) => readBytes(root, path, into.name)))));
  const size = into.files.reduce((total, { bytes }) => total + bytes.length, 0);
  if (size > MAX_BYTES) throw invalid(into.name, folder, `plus de ${MAX_BYTES} octets`, `more than ${MAX_BYTES} bytes`);
  for (const subfolder of subfolders) await readPart(root, subfolder, wanted, into);
}

async function readBytes(root: string, path: string, kit: string): Promise<KitFile> {
  const full = join(root, path);
  const { size } = await lstat(full);
  if (size > MAX_FILE_BYTES)
    throw invalid(kit, path, `plus de ${MAX_FILE_BYTES} octets`, `more than ${MAX_FILE_BYTES} bytes`);
  return { path, bytes: await readFile(full) };
}

/** UTF-8, as the kit is written; a file that is not is Latin-1, as some of its oldest ones. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A pack with the reference of the kit: its rules are the kit's own. */
export function packOfKit({ reference }: CdaKit): Pack {
  const content: Pack = {
    reference,
    lineage: [],
    format: 'cda',
    publisher: 'ANS',
    source: reference.title.en,
    licence: 'unknown',
    rules: ['cda-kit/*'],
    severities: {},
    lowerFrenchWhenUndeclared: false,
    parameters: {},
  };
  return { ...content, lineage: [reference] };
}

function invalid(kit: string, file: string, reasonFr: string, reasonEn: string): Error {
  return makeError('cda-kit-invalid', { kit, file, reasonFr, reasonEn });
}
