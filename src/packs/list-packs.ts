import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Text, Trust } from '../core/index.js';
import { builtInPlaces } from './roots.js';

/** What a person needs to choose a pack. */
export interface PackSummary {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly trust: Trust;
  readonly format: 'hl7v2' | 'cda' | 'fhir';
  readonly publisher: string;
  readonly extends?: string;
}

/** File beside the compiled packs that lists them. */
export const COMPILED_INDEX = 'index.json';

/** Packs of the given folders, then the built-in ones, by id and version. Throws `pack-invalid`. */
export async function listPacks(options: { roots?: readonly string[] } = {}): Promise<readonly PackSummary[]> {
  const { profiles, compiled } = builtInPlaces();
  const own = await Promise.all((options.roots ?? []).map(listFolder));
  const builtIn = compiled
    ? (JSON.parse(await readFile(join(compiled, COMPILED_INDEX), 'utf8')) as PackSummary[])
    : await listFolder(profiles);
  return [...own.flat(), ...builtIn];
}

async function listFolder(root: string): Promise<PackSummary[]> {
  const { readPackFile, packInvalid } = await import('./compile/index.js');
  const summaries: PackSummary[] = [];
  for (const entry of (await readdir(root, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory() || !(await holdsPack(join(root, entry.name)))) continue;
    const mistakes: Parameters<typeof packInvalid>[0][number][] = [];
    const file = await readPackFile(join(root, entry.name), mistakes);
    if (!file) throw packInvalid(mistakes);
    const { id, title, trust, format, publisher, extends: base } = file.data;
    for (const version of file.data.versions ?? [file.data.version ?? '']) {
      summaries.push({ id, version, title, trust, format, publisher, ...(base && { extends: base }) });
    }
  }
  return summaries;
}

async function holdsPack(folder: string): Promise<boolean> {
  return (await readdir(folder)).includes('pack.yaml');
}
