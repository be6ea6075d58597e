import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { makeError } from '../../core/index.js';
import { sha256 } from '../../evidence/index.js';
import { builtInPlaces } from '../../packs/index.js';
import type { ScenarioFile, ScenarioPackFile } from './schema.js';

/** A scenario, checked, with where it comes from. */
export interface Scenario {
  /** `dmn-identity/life`; the file name alone outside a pack. */
  readonly reference: string;
  readonly pack: ScenarioPackFile | undefined;
  readonly folder: string;
  /** It may send the files below this folder only: its own, or for a built-in one those of Épreuve. */
  readonly root: string;
  readonly file: ScenarioFile;
  /** SHA-256 of the file. */
  readonly digest: string;
}

export interface ScenarioPack {
  readonly pack: ScenarioPackFile;
  readonly scenarios: readonly Scenario[];
}

/** File of a folder that makes it a pack of scenarios. */
const PACK_FILE = 'scenario-pack.yaml';
const MAX_FILE_BYTES = 1024 * 1024;

/** The packs that come with Épreuve, by id. Throws `pack-invalid`. */
export async function listScenarioPacks(): Promise<readonly ScenarioPack[]> {
  const { profiles } = builtInPlaces();
  const packs: ScenarioPack[] = [];
  for (const name of (await readdir(profiles)).sort()) {
    if (await isFile(join(profiles, name, PACK_FILE))) packs.push(await readPack(join(profiles, name)));
  }
  return packs;
}

/**
 * Scenarios by name: a pack (`dmn-identity`), one of its scenarios (`dmn-identity/life`), a file, or a folder. Throws
 * `scenario-not-found` and, for a file that is not well written, `pack-invalid` with every mistake.
 */
export async function findScenarios(names: readonly string[]): Promise<readonly Scenario[]> {
  const found = new Map<string, Scenario>();
  for (const name of names)
    for (const scenario of await find(name)) found.set(join(scenario.folder, scenario.file.id), scenario);
  return [...found.values()];
}

async function find(name: string): Promise<readonly Scenario[]> {
  const path = resolve(name);
  if (await isFile(join(path, PACK_FILE))) return (await readPack(path)).scenarios;
  if (await isFile(path)) return [await readAlone(path)];
  const [id = '', wanted, more] = name.split('/');
  const folder = join(builtInPlaces().profiles, id);
  if (more === undefined && /^[a-z0-9-]+$/.test(id) && (await isFile(join(folder, PACK_FILE)))) {
    const { scenarios } = await readPack(folder);
    const chosen = wanted === undefined ? scenarios : scenarios.filter(({ file }) => file.id === wanted);
    if (chosen.length > 0) return chosen;
    throw notFound(
      name,
      scenarios.map(({ reference }) => reference),
    );
  }
  throw notFound(name, await builtInNames());
}

function notFound(scenario: string, known: readonly string[]): Error {
  return makeError('scenario-not-found', { scenario, known: known.join(', ') });
}

async function builtInNames(): Promise<string[]> {
  const { profiles } = builtInPlaces();
  const names: string[] = [];
  for (const name of (await readdir(profiles)).sort())
    if (await isFile(join(profiles, name, PACK_FILE))) names.push(name);
  return names;
}

async function readPack(folder: string): Promise<ScenarioPack> {
  const { packInvalid, readYaml } = await import('../../packs/compile/index.js');
  const { packFile } = await import('./schema.js');
  const mistakes: Parameters<typeof packInvalid>[0][number][] = [];
  const file = `${basename(folder)}/${PACK_FILE}`;
  const source = readYaml(file, await contentOf(join(folder, PACK_FILE)), packFile, mistakes);
  const names = (await readdir(folder)).filter((name) => extname(name) === '.yaml' && name !== PACK_FILE).sort();
  const scenarios: Scenario[] = [];
  for (const name of names) {
    const read = await readScenario(join(folder, name), mistakes, source?.data);
    if (read) scenarios.push(read);
  }
  if (!source || mistakes.length > 0) throw packInvalid(mistakes);
  return { pack: source.data, scenarios };
}

async function readAlone(path: string): Promise<Scenario> {
  const { packInvalid } = await import('../../packs/compile/index.js');
  const mistakes: Parameters<typeof packInvalid>[0][number][] = [];
  const scenario = await readScenario(path, mistakes, undefined);
  if (!scenario) throw packInvalid(mistakes);
  return scenario;
}

type Mistakes = import('../../packs/compile/index.js').PackMistake[];

async function readScenario(
  path: string,
  mistakes: Mistakes,
  pack: ScenarioPackFile | undefined,
): Promise<Scenario | undefined> {
  const { readYaml } = await import('../../packs/compile/index.js');
  const { scenarioFile } = await import('./schema.js');
  const { checkScenario } = await import('./check-scenario.js');
  const folder = dirname(path);
  const name = pack ? `${basename(folder)}/${basename(path)}` : basename(path);
  const content = await contentOf(path);
  const source = readYaml(name, content, scenarioFile, mistakes);
  if (!source) return undefined;
  const found = [...checkScenario(source)];
  const { id } = source.data;
  if (pack && basename(path) !== `${id}.yaml`) {
    const reason = { fr: `${basename(path)} contient ${id}`, en: `${basename(path)} holds ${id}` };
    const remedy = { fr: `Renommez le fichier ${id}.yaml.`, en: `Rename the file ${id}.yaml.` };
    found.push(source.mistake(['id'], { reason, remedy }));
  }
  mistakes.push(...found);
  if (found.length > 0) return undefined;
  const reference = pack ? `${pack.id}/${id}` : id;
  const { profiles } = builtInPlaces();
  const root = dirname(folder) === profiles ? dirname(profiles) : folder;
  return { reference, pack, folder, root, file: source.data, digest: sha256(Buffer.from(content)) };
}

async function contentOf(path: string): Promise<string> {
  const stats = await lstat(path);
  if (stats.size > MAX_FILE_BYTES) throw makeError('file-too-large', { file: path, limit: MAX_FILE_BYTES });
  return readFile(path, 'utf8');
}

async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isFile() ?? false;
}
