import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ZodType } from 'zod';
import { loadFhirBase } from '../fhir/base.js';
import { addDefinitions, EMPTY_PROFILE_SET, type FhirDefinition } from '../fhir/profile-set.js';
import { cutVersion, type FhirProfileSet } from '../fhir/types.js';
import { choicesFile, claimsFile, codeSystemFile, structureFile, valueSetFile } from './fhir-schema.js';
import { compileSheets, readSheets } from './fhir-sheets/index.js';
import type { CompileContext } from './merge-rows.js';
import type { PackMistake } from './mistakes.js';
import { readJson, readYaml, type Source } from './source.js';

const FOLDERS = [
  ['profiles', structureFile],
  ['valuesets', valueSetFile],
  ['codesystems', codeSystemFile],
] as const;
/** Far above any hand-written definition; a package with snapshots has some above 1 MB. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;
const MAX_FILES = 5000;

/**
 * Compiles the FHIR part of a pack folder: `profiles/`, `valuesets/` and `codesystems/` of one definition a file (JSON
 * or YAML), `choices.yaml` and `claims.yaml`, over the base pack's. Mistakes go to the list of the context.
 */
export async function compileFhir(folder: string, context: CompileContext): Promise<FhirProfileSet> {
  const { mistakes, reference } = context;
  const sources: Source<FhirDefinition>[] = [];
  for (const [name, schema] of FOLDERS) {
    for (const path of await filesOf(folder, name, mistakes)) {
      // The schema checks what compiling reads; the rest of a FHIR definition is taken as it is.
      const source = await readDefinition(folder, path, schema as unknown as ZodType<FhirDefinition>, mistakes);
      if (source) sources.push(source);
    }
  }
  tellTwice(sources, mistakes);
  const choices = await readRows(folder, 'choices.yaml', choicesFile, mistakes);
  const claims = await readRows(folder, 'claims.yaml', claimsFile, mistakes);
  const sheets = compileSheets(await readSheets(folder, mistakes), reference, mistakes);
  const set = addDefinitions(
    context.base?.fhir ?? EMPTY_PROFILE_SET,
    [...sources.map(({ data }) => data), ...sheets.definitions],
    await loadFhirBase(),
    {
      choices: [...(choices?.data.choices ?? []).map((row) => ({ ...row, pack: reference.id })), ...sheets.choices],
      // Absent lists stay absent.
      claims: [
        ...sheets.claims,
        ...(claims?.data.claims ?? []).map((row) => JSON.parse(JSON.stringify({ ...row, pack: reference.id }))),
      ],
      sheets: sheets.rows,
    },
  );
  tellIncomplete(set, sources, mistakes);
  for (const [url, sheet] of sheets.sheets) {
    const missing = set.incomplete[url];
    if (missing !== undefined) mistakes.push(sheet.mistake(['profile'], noSnapshot(missing)));
  }
  for (const [index, { profile }] of (choices?.data.choices ?? []).entries()) {
    if (!set.structures[cutVersion(profile)])
      choices && mistakes.push(choices.mistake(['choices', index, 'profile'], notHere(profile)));
  }
  return set;
}

async function filesOf(folder: string, name: string, mistakes: PackMistake[]): Promise<string[]> {
  const names = (await readdir(join(folder, name)).catch(() => [])).filter((each) => /\.(json|ya?ml)$/.test(each));
  if (names.length > MAX_FILES) mistakes.push(mistakeIn(folder, name, tooMany));
  return names
    .sort()
    .slice(0, MAX_FILES)
    .map((each) => `${name}/${each}`);
}

async function readDefinition<Data>(
  folder: string,
  path: string,
  schema: ZodType<Data>,
  mistakes: PackMistake[],
): Promise<Source<Data> | undefined> {
  const full = join(folder, path);
  const stats = await lstat(full);
  if (!stats.isFile() || stats.size > MAX_FILE_BYTES) {
    mistakes.push(mistakeIn(folder, path, notPlain));
    return undefined;
  }
  const content = await readFile(full, 'utf8');
  const read = path.endsWith('.json') ? readJson : readYaml;
  return read(`${basename(folder)}/${path}`, content, schema, mistakes);
}

async function readRows<Data>(
  folder: string,
  path: string,
  schema: ZodType<Data>,
  mistakes: PackMistake[],
): Promise<Source<Data> | undefined> {
  const stats = await lstat(join(folder, path)).catch(() => undefined);
  return stats && readDefinition(folder, path, schema, mistakes);
}

function tellTwice(sources: readonly Source<FhirDefinition>[], mistakes: PackMistake[]): void {
  const seen = new Map<string, string>();
  for (const source of sources) {
    const key = `${source.data.resourceType} ${cutVersion(source.data.url)}`;
    const before = seen.get(key);
    if (before !== undefined) mistakes.push(source.mistake(['url'], writtenTwice(before)));
    seen.set(key, source.file);
  }
}

function tellIncomplete(
  set: FhirProfileSet,
  sources: readonly Source<FhirDefinition>[],
  mistakes: PackMistake[],
): void {
  for (const source of sources) {
    const missing = set.incomplete[cutVersion(source.data.url)];
    if (source.data.resourceType === 'StructureDefinition' && missing !== undefined) {
      mistakes.push(source.mistake(['url'], noSnapshot(missing)));
    }
  }
}

type Hint = Pick<PackMistake, 'reason' | 'remedy'>;

function mistakeIn(folder: string, path: string, hint: Hint): PackMistake {
  return { file: `${basename(folder)}/${path}`, line: 1, column: 1, ...hint };
}

const notPlain: Hint = {
  reason: {
    fr: 'ce n’est pas un fichier ordinaire de taille raisonnable',
    en: 'this is not a plain file of reasonable size',
  },
  remedy: {
    fr: `Fichiers ordinaires seulement (pas de lien), de ${MAX_FILE_BYTES} octets au plus.`,
    en: `Plain files only (no links), of ${MAX_FILE_BYTES} bytes at most.`,
  },
};

const tooMany: Hint = {
  reason: { fr: `plus de ${MAX_FILES} fichiers`, en: `more than ${MAX_FILES} files` },
  remedy: { fr: 'Retirez ceux qui ne servent pas.', en: 'Take away those that are not used.' },
};

function writtenTwice(before: string): Hint {
  return {
    reason: { fr: `cette url est déjà celle de ${before}`, en: `this url is already that of ${before}` },
    remedy: { fr: 'Gardez un seul des deux fichiers.', en: 'Keep only one of the two files.' },
  };
}

function noSnapshot(missing: string): Hint {
  return {
    reason: {
      fr: `le snapshot ne peut être fait : ${missing} est introuvable`,
      en: `the snapshot cannot be made: ${missing} is not found`,
    },
    remedy: {
      fr: 'Ajoutez la définition manquante, ou corrigez baseDefinition ou l’id de l’élément.',
      en: 'Add the missing definition, or correct baseDefinition or the id of the element.',
    },
  };
}

function notHere(profile: string): Hint {
  return {
    reason: { fr: `le pack n’a pas de profil ${profile}`, en: `the pack has no profile ${profile}` },
    remedy: { fr: 'Écrivez l’url d’un fichier de profiles/.', en: 'Write the url of a file of profiles/.' },
  };
}
