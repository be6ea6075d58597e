import { basename } from 'node:path';
import { isEpreuveError, type PackReference, type Text } from '../../core/index.js';
import { compileCdaContent } from '../cda/compile-content.js';
import { compileCdaSchema } from '../cda/compile-schema.js';
import { digestOf } from '../digest.js';
import type { CdaProfile, Pack } from '../types.js';
import { checkReferences } from './check-references.js';
import { compileFhir } from './compile-fhir.js';
import { mergeHl7v2 } from './merge-hl7v2.js';
import type { CompileContext } from './merge-rows.js';
import { type PackMistake, packInvalid } from './mistakes.js';
import { unknownName } from './problems.js';
import { type PackSources, readPackFile, readPackFolder } from './read-folder.js';
import type { PackFile } from './schema.js';
import type { Source } from './source.js';

export interface CompileOptions {
  /** Version wanted; needed for a folder that holds several. */
  readonly version?: string | undefined;
  /** Gives the compiled base pack; throws `pack-not-found`, or `pack-invalid` for a loop. */
  readonly loadBase: (reference: string) => Promise<Pack>;
}

/** Compiles one pack folder. Throws `pack-not-found`, or `pack-invalid` with every mistake of its files. */
export async function compilePack(folder: string, options: CompileOptions): Promise<Pack> {
  const mistakes: PackMistake[] = [];
  const file = await readPackFile(folder, mistakes);
  if (!file) throw packInvalid(mistakes);
  const version = versionOf(file, options.version, mistakes);
  const base = await loadBase(file, options, mistakes);
  if (version === undefined || (file.data.extends && !base)) throw packInvalid(mistakes);
  const { id, title, trust } = file.data;
  const reference = { id, version, title, trust };
  const context: CompileContext = { reference, base, mistakes };
  const hl7v2 = file.data.format === 'hl7v2' ? await compileHl7v2(folder, file, context) : undefined;
  const fhir = file.data.format === 'fhir' ? await compileFhir(folder, context) : undefined;
  const cda = file.data.format === 'cda' ? await compileCda(folder, context) : undefined;
  if (mistakes.length > 0) throw packInvalid(mistakes);
  return withDigest(
    { ...settingsOf(file.data, base), reference, ...(hl7v2 && { hl7v2 }), ...(fhir && { fhir }), ...(cda && { cda }) },
    base,
  );
}

async function compileCda(folder: string, { reference, base, mistakes }: CompileContext): Promise<CdaProfile> {
  const content = await compileCdaContent(folder, reference.id, base?.cda?.content, mistakes);
  return { content, xsd: await compileCdaSchema(folder, base?.cda?.xsd, mistakes) };
}

async function compileHl7v2(folder: string, file: Source<PackFile>, context: CompileContext) {
  const { version } = context.reference;
  const sources: PackSources = await readPackFolder(folder, file, version, context.mistakes);
  const baseVersion = file.data.baseVersion ?? context.base?.hl7v2?.baseVersion ?? version;
  const profile = mergeHl7v2(sources, baseVersion, context);
  // A file that could not be read would make every name in it look unknown.
  if (context.mistakes.length === 0) checkReferences(sources, profile, context);
  return profile;
}

function settingsOf(file: PackFile, base: Pack | undefined) {
  return {
    format: file.format,
    publisher: file.publisher,
    source: file.source,
    licence: file.licence,
    rules: [...(base?.rules ?? []), ...(file.rules ?? [])],
    severities: { ...base?.severities, ...file.severities },
    lowerFrenchWhenUndeclared: file.lowerFrenchWhenUndeclared ?? base?.lowerFrenchWhenUndeclared ?? false,
    parameters: { ...base?.parameters, ...file.parameters },
  };
}

function withDigest(
  content: Omit<Pack, 'reference' | 'lineage'> & { readonly reference: Omit<PackReference, 'digest'> },
  base: Pack | undefined,
): Pack {
  const lineage = base?.lineage ?? [];
  const digest = digestOf({ ...content, lineage, reference: { ...content.reference, digest: '' } });
  const reference = { ...content.reference, digest };
  return { ...content, reference, lineage: [...lineage, reference] };
}

function versionOf(file: Source<PackFile>, wanted: string | undefined, mistakes: PackMistake[]): string | undefined {
  const { version, versions } = file.data;
  if ((version === undefined) === (versions === undefined)) {
    mistakes.push(file.mistake([version === undefined ? 'id' : 'versions'], ONE_VERSION));
    return undefined;
  }
  return version ?? (wanted !== undefined && versions?.includes(wanted) ? wanted : versions?.at(-1));
}

const ONE_VERSION: { reason: Text; remedy: Text } = {
  reason: { fr: 'il faut version ou versions, un seul des deux', en: 'version or versions is needed, one of the two' },
  remedy: { fr: 'Écrivez version: "1.0".', en: 'Write version: "1.0".' },
};

async function loadBase(
  file: Source<PackFile>,
  options: CompileOptions,
  mistakes: PackMistake[],
): Promise<Pack | undefined> {
  const reference = file.data.extends;
  if (reference === undefined) return undefined;
  try {
    const base = await options.loadBase(reference);
    if (base.format !== file.data.format) mistakes.push(file.mistake(['extends'], otherFormat(reference, base.format)));
    return base;
  } catch (error) {
    if (!isEpreuveError(error, 'pack') || error.code !== 'pack-not-found') throw error;
    const available = String(error.data.available ?? '');
    mistakes.push(
      file.mistake(['extends'], unknownName({ fr: 'pack de base', en: 'base pack' }, reference, available.split(', '))),
    );
    return undefined;
  }
}

function otherFormat(reference: string, format: string): { reason: Text; remedy: Text } {
  return {
    reason: { fr: `${reference} est un pack ${format}`, en: `${reference} is a ${format} pack` },
    remedy: { fr: 'Étendez un pack du même format.', en: 'Extend a pack of the same format.' },
  };
}

/** A pack that, through `extends`, comes back to itself. */
export function extendsLoop(folders: readonly string[]): Error {
  const names = folders.map((folder) => basename(folder));
  return packInvalid([
    {
      file: `${names.at(-2)}/pack.yaml`,
      line: 1,
      column: 1,
      reason: {
        fr: `extends tourne en rond : ${names.join(' → ')}`,
        en: `extends goes round in a circle: ${names.join(' → ')}`,
      },
      remedy: { fr: 'Étendez un autre pack, ou aucun.', en: 'Extend another pack, or none.' },
    },
  ]);
}
