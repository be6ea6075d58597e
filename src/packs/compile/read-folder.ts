import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ZodType } from 'zod';
import { makeError } from '../../core/index.js';
import type { PackMistake } from './mistakes.js';
import {
  type DataTypeFile,
  type DictionaryFile,
  dataTypeFile,
  dictionaryFile,
  type EncounterFile,
  type EventsFile,
  encounterFile,
  eventsFile,
  type GrammarsFile,
  grammarsFile,
  type PackFile,
  type PairsFile,
  packFile,
  pairsFile,
  type SegmentFile,
  segmentFile,
  type TablesFile,
  tablesFile,
} from './schema.js';
import { readJson, readYaml, type Source } from './source.js';

/** A pack folder as written: each file checked against its schema, nothing merged yet. */
export interface PackSources {
  readonly pack: Source<PackFile>;
  readonly dictionary: Source<DictionaryFile> | undefined;
  readonly events: readonly Source<EventsFile>[];
  readonly grammars: readonly Source<GrammarsFile>[];
  readonly segments: readonly Source<SegmentFile>[];
  readonly dataTypes: readonly Source<DataTypeFile>[];
  readonly tables: readonly Source<TablesFile>[];
  readonly encounter: readonly Source<EncounterFile>[];
  readonly pairs: readonly Source<PairsFile>[];
}

/** Far above any hand-written file, low enough that a wrong file cannot fill the memory. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;
const MAX_FILES = 2000;

/** Files directly in the folder, and folders that hold one file per segment, type or group of tables. */
const KNOWN_FILES = ['pack.yaml', 'events.yaml', 'grammars.yaml', 'tables.yaml', 'encounter.yaml', 'pairs.yaml'];
const KNOWN_FOLDERS = ['segments', 'datatypes', 'tables'];

/**
 * Reads `pack.yaml` alone. Throws `pack-not-found` when there is none.
 * Mistakes go to the list; undefined when the file has some.
 */
export async function readPackFile(folder: string, mistakes: PackMistake[]): Promise<Source<PackFile> | undefined> {
  const reader = new FolderReader(folder, mistakes);
  const content = await reader.content('pack.yaml');
  if (content === undefined) {
    if (mistakes.length > 0) return undefined;
    throw makeError('pack-not-found', { pack: basename(folder), available: 'pack.yaml' });
  }
  return readYaml(reader.nameOf('pack.yaml'), content, packFile, mistakes);
}

/** Reads every file of an HL7 v2 pack folder; `version` names the dictionary of a folder with `versions`. */
export async function readPackFolder(
  folder: string,
  pack: Source<PackFile>,
  version: string,
  mistakes: PackMistake[],
): Promise<PackSources> {
  const reader = new FolderReader(folder, mistakes);
  await reader.listFiles();
  return {
    pack,
    dictionary: pack.data.versions ? await reader.dictionary(`${version}.json`) : undefined,
    events: await reader.yaml('events.yaml', eventsFile),
    grammars: await reader.yaml('grammars.yaml', grammarsFile),
    segments: await reader.yamlFolder('segments', segmentFile),
    dataTypes: await reader.yamlFolder('datatypes', dataTypeFile),
    tables: [...(await reader.yaml('tables.yaml', tablesFile)), ...(await reader.yamlFolder('tables', tablesFile))],
    encounter: await reader.yaml('encounter.yaml', encounterFile),
    pairs: await reader.yaml('pairs.yaml', pairsFile),
  };
}

class FolderReader {
  #count = 0;
  readonly #files = new Map<string, readonly string[]>();

  constructor(
    readonly folder: string,
    readonly mistakes: PackMistake[],
  ) {}

  nameOf(path: string): string {
    return `${basename(this.folder)}/${path}`;
  }

  /** Lists the folder once and reports YAML files that nothing would read. */
  async listFiles(): Promise<void> {
    for (const name of (await readdir(this.folder)).sort()) {
      if (/\.ya?ml$/.test(name) && !KNOWN_FILES.includes(name)) this.#unknownFile(name, KNOWN_FILES);
    }
    for (const folder of KNOWN_FOLDERS) {
      const names = await readdir(join(this.folder, folder)).catch(() => []);
      this.#files.set(folder, names.filter((name) => name.endsWith('.yaml')).sort());
      for (const name of names.filter((each) => each.endsWith('.yml'))) {
        this.#unknownFile(`${folder}/${name}`, [`${folder}/${name.replace(/yml$/, 'yaml')}`]);
      }
    }
  }

  async yaml<Data>(path: string, schema: ZodType<Data>): Promise<Source<Data>[]> {
    const content = await this.content(path);
    const source = content === undefined ? undefined : readYaml(this.nameOf(path), content, schema, this.mistakes);
    return source ? [source] : [];
  }

  async yamlFolder<Data>(folder: string, schema: ZodType<Data>): Promise<Source<Data>[]> {
    const sources: Source<Data>[] = [];
    for (const name of this.#files.get(folder) ?? []) sources.push(...(await this.yaml(`${folder}/${name}`, schema)));
    return sources;
  }

  async dictionary(path: string): Promise<Source<DictionaryFile> | undefined> {
    const content = await this.content(path);
    if (content !== undefined) return readJson(this.nameOf(path), content, dictionaryFile, this.mistakes);
    this.#mistake('pack.yaml', {
      reason: { fr: `le fichier ${path} manque`, en: `the file ${path} is missing` },
      remedy: {
        fr: 'Générez-le, ou retirez sa version de la liste versions.',
        en: 'Generate it, or take its version out of the list versions.',
      },
    });
    return undefined;
  }

  /** Text of a plain file of the folder; undefined when there is none or it is refused (see the mistakes). */
  async content(path: string): Promise<string | undefined> {
    const full = join(this.folder, path);
    const stats = await lstat(full).catch(() => undefined);
    if (!stats) return undefined;
    if (++this.#count > MAX_FILES || !stats.isFile() || stats.size > MAX_FILE_BYTES) {
      this.#mistake(path, {
        reason: {
          fr: 'ce n’est pas un fichier ordinaire de taille raisonnable',
          en: 'this is not a plain file of reasonable size',
        },
        remedy: {
          fr: `Un pack ne contient que des fichiers ordinaires (pas de lien), de ${MAX_FILE_BYTES} octets au plus, ${MAX_FILES} au plus.`,
          en: `A pack holds plain files only (no links), of ${MAX_FILE_BYTES} bytes at most, ${MAX_FILES} at most.`,
        },
      });
      return undefined;
    }
    return readFile(full, 'utf8');
  }

  #unknownFile(path: string, known: readonly string[]): void {
    this.#mistake(path, {
      reason: { fr: 'rien ne lit ce fichier', en: 'nothing reads this file' },
      remedy: { fr: `Noms lus : ${known.join(', ')}.`, en: `Names that are read: ${known.join(', ')}.` },
    });
  }

  #mistake(path: string, problem: Pick<PackMistake, 'reason' | 'remedy'>): void {
    this.mistakes.push({ file: this.nameOf(path), line: 1, column: 1, ...problem });
  }
}
