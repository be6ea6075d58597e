import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { makeError, type PackReference } from '../../../core/index.js';
import { digestOf } from '../../digest.js';
import type { Pack } from '../../types.js';
import { loadFhirBase } from '../base.js';
import { addDefinitions, EMPTY_PROFILE_SET, type FhirDefinition } from '../profile-set.js';
import type { FhirProfileSet } from '../types.js';
import { readTarGz } from './read-tar.js';

/** A definition above this is no definition. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
const MAX_FILES = 20_000;
const MAX_ARCHIVE_BYTES = 128 * 1024 * 1024;
const TYPES: ReadonlySet<string> = new Set(['StructureDefinition', 'ValueSet', 'CodeSystem']);

export interface LoadFhirPackageOptions {
  /** Definitions the package builds on: other packages, or a pack of ours. */
  readonly over?: FhirProfileSet;
}

/**
 * Loads a FHIR R4 NPM package, from its .tgz or from a folder of JSON files (with or without `package/`). Snapshots are
 * used when there, made from the differentials when not. The result is a pack that turns on the generic rules.
 * Throws `file-not-found`, `fhir-package-invalid`, `fhir-base-missing`.
 */
export async function loadFhirPackage(path: string, options: LoadFhirPackageOptions = {}): Promise<Pack> {
  const stats = await lstat(path).catch((cause: unknown) => {
    throw makeError('file-not-found', { file: path }, { cause });
  });
  const file = basename(path);
  const files = stats.isDirectory() ? await filesOfFolder(path, file) : await filesOfArchive(path, file, stats.size);
  const definitions: FhirDefinition[] = [];
  let manifest: Readonly<Record<string, unknown>> = {};
  for (const { name, text } of files) {
    const content = parse(file, name, text);
    if (name === 'package.json') manifest = content;
    else if (isDefinition(content)) definitions.push(content);
  }
  if (definitions.length === 0) throw invalid(file, 'aucune définition FHIR', 'no FHIR definition');
  const set = addDefinitions(options.over ?? EMPTY_PROFILE_SET, definitions, await loadFhirBase());
  return toPack(file, manifest, set);
}

interface PackageFile {
  readonly name: string;
  readonly text: string;
}

async function filesOfArchive(path: string, file: string, size: number): Promise<PackageFile[]> {
  if (size > MAX_ARCHIVE_BYTES) throw tooLarge(file, MAX_ARCHIVE_BYTES);
  const files: PackageFile[] = [];
  for (const { path: inside, bytes } of readTarGz(file, await readFile(path))) {
    // Definitions lie directly in package/; examples and others in folders beside it.
    const name = /^(?:\.\/)?package\/([^/]+\.json)$/.exec(inside)?.[1];
    if (name === undefined || isSkipped(name)) continue;
    if (bytes.byteLength > MAX_FILE_BYTES) throw tooLarge(name, MAX_FILE_BYTES);
    files.push({ name, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') });
  }
  return files;
}

async function filesOfFolder(path: string, file: string): Promise<PackageFile[]> {
  const inner = join(path, 'package');
  const folder = (await lstat(inner).catch(() => undefined))?.isDirectory() ? inner : path;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && !isSkipped(name)).sort();
  if (names.length > MAX_FILES) throw invalid(file, `plus de ${MAX_FILES} fichiers`, `more than ${MAX_FILES} files`);
  const files: PackageFile[] = [];
  for (const name of names) {
    const full = join(folder, name);
    const stats = await lstat(full);
    // A link may lead anywhere: only what lies in the folder itself is read.
    if (!stats.isFile()) continue;
    if (stats.size > MAX_FILE_BYTES) throw tooLarge(name, MAX_FILE_BYTES);
    files.push({ name, text: await readFile(full, 'utf8') });
  }
  return files;
}

const isSkipped = (name: string): boolean => name.startsWith('.') || name.endsWith('.index.json');

function parse(file: string, name: string, text: string): Readonly<Record<string, unknown>> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const reason = { reasonFr: `${name} n’est pas du JSON`, reasonEn: `${name} is not JSON` };
    throw makeError('fhir-package-invalid', { file, ...reason }, { cause });
  }
  return typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>) : {};
}

/** Definitions are taken as they are: what the engine does not understand of them becomes a doubt. */
function isDefinition(
  content: Readonly<Record<string, unknown>>,
): content is Readonly<Record<string, unknown>> & FhirDefinition {
  const { resourceType, url } = content;
  if (typeof resourceType !== 'string' || !TYPES.has(resourceType) || typeof url !== 'string') return false;
  return resourceType !== 'StructureDefinition' || isStructure(content);
}

function isStructure({ type, kind, name, snapshot, differential }: Readonly<Record<string, unknown>>): boolean {
  const hasElements = [snapshot, differential].some(
    (part) => typeof part === 'object' && part !== null && 'element' in part && isElementList(part.element),
  );
  return typeof type === 'string' && typeof kind === 'string' && typeof name === 'string' && hasElements;
}

function isElementList(list: unknown): boolean {
  return (
    Array.isArray(list) &&
    list.every((each) => typeof each === 'object' && each !== null && typeof each.path === 'string')
  );
}

function toPack(file: string, manifest: Readonly<Record<string, unknown>>, fhir: FhirProfileSet): Pack {
  const text = (key: string, otherwise: string) => {
    const value = manifest[key];
    return typeof value === 'string' && /^[\w.@/ +-]{1,100}$/.test(value) ? value : otherwise;
  };
  const id = text('name', file.replace(/\.(?:tgz|tar\.gz)$/, ''));
  const name = `${id} (${file})`;
  const reference: PackReference = {
    id,
    version: text('version', '0'),
    title: { fr: `Paquet FHIR ${name}`, en: `FHIR package ${name}` },
    trust: 'project',
    digest: '',
  };
  const content: Pack = {
    reference,
    lineage: [],
    format: 'fhir',
    publisher: text('author', 'unknown'),
    source: file,
    licence: text('license', 'unknown'),
    rules: ['fhir/*'],
    severities: {},
    lowerFrenchWhenUndeclared: false,
    parameters: {},
    fhir,
  };
  const withDigest = { ...reference, digest: digestOf(content) };
  return { ...content, reference: withDigest, lineage: [withDigest] };
}

function tooLarge(file: string, limit: number): Error {
  return invalid(file, `plus de ${limit} octets`, `more than ${limit} bytes`);
}

function invalid(file: string, fr: string, en: string): Error {
  return makeError('fhir-package-invalid', { file, reasonFr: fr, reasonEn: en });
}
