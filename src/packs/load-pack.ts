import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { makeError } from '../core/index.js';
import { readCompiledPack } from './compiled-json.js';
import { loadFhirBase } from './fhir/base.js';
import { parsePackReference } from './ids.js';
import { listPacks } from './list-packs.js';
import { builtInPlaces } from './roots.js';
import type { Pack } from './types.js';

export interface LoadOptions {
  /** Folders of pack folders that are searched before the built-in ones. */
  readonly roots?: readonly string[];
}

/** Built-in packs by reference; a failed load is forgotten so that the next one tells its mistakes again. */
const builtIn = new Map<string, Promise<Pack>>();
/** The one object of each `id@version`, under whatever name it was asked for. */
const loaded = new Map<string, Pack>();

/**
 * Loads a pack by id (`ihe-pam-fr`, `ihe-pam-fr@2.11`) or by the path of its folder (`./my-overlay`).
 * Throws `pack-not-found`, or `pack-invalid` with every mistake (see `packMistakesOf`).
 */
export async function loadPack(idOrPath: string, options: LoadOptions = {}): Promise<Pack> {
  return load(idOrPath, options.roots ?? [], []);
}

async function load(idOrPath: string, roots: readonly string[], above: readonly string[]): Promise<Pack> {
  if (looksLikePath(idOrPath)) return compileFolder(resolve(idOrPath), undefined, roots, above);
  const reference = parsePackReference(idOrPath);
  if (!reference) throw await notFound(idOrPath, roots);
  for (const root of roots) {
    const folder = await folderOf(root, reference.id, reference.version);
    if (folder) return compileFolder(folder, reference.version, roots, above);
  }
  return loadBuiltIn(idOrPath, above);
}

function looksLikePath(text: string): boolean {
  return text.startsWith('.') || isAbsolute(text) || /[\\/]/.test(text);
}

function loadBuiltIn(name: string, above: readonly string[]): Promise<Pack> {
  const before = builtIn.get(name);
  // In a loop of `extends`, waiting for one's own promise would never end: compileFolder reports the loop.
  if (before && !above.some((folder) => basename(folder) === parsePackReference(name)?.id)) return before;
  const pack = readBuiltIn(name, above).then(onlyOne);
  builtIn.set(name, pack);
  pack.catch(() => builtIn.delete(name));
  return pack;
}

function onlyOne(pack: Pack): Pack {
  const name = `${pack.reference.id}@${pack.reference.version}`;
  const before = loaded.get(name);
  if (before) return before;
  loaded.set(name, pack);
  return pack;
}

async function readBuiltIn(name: string, above: readonly string[]): Promise<Pack> {
  const { id, version } = parsePackReference(name) ?? { id: name, version: undefined };
  const { profiles, compiled } = builtInPlaces();
  if (compiled) {
    const file = await compiledFile(compiled, id, version);
    if (file) return withFhirBase(readCompiledPack(await readFile(file, 'utf8')));
  }
  const folder = await folderOf(profiles, id, version);
  if (!folder) throw await notFound(name, []);
  return compileFolder(folder, version, [], above);
}

/** Judging a FHIR pack takes the R4 definitions in memory: it reads no file itself. */
async function withFhirBase(pack: Pack): Promise<Pack> {
  if (pack.fhir) await loadFhirBase();
  return pack;
}

async function compiledFile(folder: string, id: string, version: string | undefined): Promise<string | undefined> {
  const names = (await readdir(folder)).filter((name) =>
    version === undefined ? name.startsWith(`${id}@`) : name === `${id}@${version}.json`,
  );
  const last = names.sort().at(-1);
  return last && join(folder, last);
}

async function folderOf(root: string, id: string, version: string | undefined): Promise<string | undefined> {
  for (const name of version === undefined ? [id] : [`${id}@${version}`, id]) {
    const folder = join(root, name);
    if (await isFile(join(folder, 'pack.yaml'))) return folder;
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

async function compileFolder(
  folder: string,
  version: string | undefined,
  roots: readonly string[],
  above: readonly string[],
): Promise<Pack> {
  const compiler = await import('./compile/index.js');
  if (!(await isFile(join(folder, 'pack.yaml')))) throw await notFound(folder, roots);
  if (above.includes(folder)) throw compiler.extendsLoop([...above, folder]);
  const pack = await compiler.compilePack(folder, {
    version,
    loadBase: (reference) => load(reference, roots, [...above, folder]),
  });
  if (version !== undefined && pack.reference.version !== version) {
    throw await notFound(`${basename(folder)}@${version}`, roots);
  }
  return pack;
}

async function notFound(pack: string, roots: readonly string[]): Promise<Error> {
  const packs = await listPacks({ roots }).catch(() => []);
  const available = packs.map(({ id, version }) => `${id}@${version}`).join(', ');
  return makeError('pack-not-found', { pack, available });
}
