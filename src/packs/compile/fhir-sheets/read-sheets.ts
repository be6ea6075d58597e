import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ZodType } from 'zod';
import type { PackMistake } from '../mistakes.js';
import { readYaml, type Source } from '../source.js';
import type { SheetSources } from './compile-sheets.js';
import { codeTablesFile, prefixesFile, profileSheetFile, rowsFile } from './schema.js';

/** Far above any hand-written file, low enough that a wrong file cannot fill the memory. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;
const MAX_FILES = 500;

/** Reads `prefixes.yaml`, `sheets/`, `rows/` and `tables/` of a FHIR pack folder; any of them may be absent. */
export async function readSheets(folder: string, mistakes: PackMistake[]): Promise<SheetSources> {
  const [prefixes] = await read(folder, ['prefixes.yaml'], prefixesFile, mistakes);
  return {
    prefixes,
    sheets: await read(folder, await filesOf(folder, 'sheets'), profileSheetFile, mistakes),
    rows: await read(folder, await filesOf(folder, 'rows'), rowsFile, mistakes),
    tables: await read(folder, await filesOf(folder, 'tables'), codeTablesFile, mistakes),
  };
}

async function filesOf(folder: string, name: string): Promise<string[]> {
  const names = await readdir(join(folder, name)).catch(() => []);
  return names
    .filter((each) => /\.ya?ml$/.test(each))
    .sort()
    .slice(0, MAX_FILES)
    .map((each) => `${name}/${each}`);
}

async function read<Data>(
  folder: string,
  paths: readonly string[],
  schema: ZodType<Data>,
  mistakes: PackMistake[],
): Promise<Source<Data>[]> {
  const sources: Source<Data>[] = [];
  for (const path of paths) {
    const stats = await lstat(join(folder, path)).catch(() => undefined);
    if (!stats) continue;
    const file = `${basename(folder)}/${path}`;
    if (!stats.isFile() || stats.size > MAX_FILE_BYTES) {
      mistakes.push({ file, line: 1, column: 1, ...NOT_PLAIN });
      continue;
    }
    const source = readYaml(file, await readFile(join(folder, path), 'utf8'), schema, mistakes);
    if (source) sources.push(source);
  }
  return sources;
}

const NOT_PLAIN = {
  reason: {
    fr: 'ce n’est pas un fichier ordinaire de taille raisonnable',
    en: 'this is not a plain file of reasonable size',
  },
  remedy: {
    fr: `Fichiers ordinaires seulement (pas de lien), de ${MAX_FILE_BYTES} octets au plus.`,
    en: `Plain files only (no links), of ${MAX_FILE_BYTES} bytes at most.`,
  },
};
