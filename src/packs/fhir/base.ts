import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeError } from '../../core/index.js';
import {
  cutVersion,
  type FhirCodeSystem,
  type FhirDefinitions,
  type FhirStructure,
  type FhirValueSet,
} from './types.js';

interface BaseIndex {
  readonly fhirVersion: string;
  readonly resourceTypes: readonly string[];
  /** `<resource type> <url>` → byte offset after the index line, and length. */
  readonly entries: Readonly<Record<string, readonly [number, number]>>;
}

/** The R4 definitions trimmed by scripts/build-fhir-base.mjs; each one is read when first asked for. */
export class FhirBase implements FhirDefinitions {
  /** Concrete resource types of R4. */
  readonly resourceTypes: ReadonlySet<string>;
  readonly #entries: BaseIndex['entries'];
  readonly #start: number;
  readonly #read = new Map<string, unknown>();

  constructor(private readonly bytes: Buffer) {
    this.#start = bytes.indexOf(10) + 1;
    // Written by our own script: its shape is not checked again.
    const index = JSON.parse(bytes.toString('utf8', 0, this.#start)) as BaseIndex;
    this.resourceTypes = new Set(index.resourceTypes);
    this.#entries = index.entries;
  }

  structure(url: string): FhirStructure | undefined {
    return this.#get(`StructureDefinition ${cutVersion(url)}`) as FhirStructure | undefined;
  }

  valueSet(url: string): FhirValueSet | undefined {
    return this.#get(`ValueSet ${cutVersion(url)}`) as FhirValueSet | undefined;
  }

  codeSystem(url: string): FhirCodeSystem | undefined {
    return this.#get(`CodeSystem ${cutVersion(url)}`) as FhirCodeSystem | undefined;
  }

  #get(key: string): unknown {
    const before = this.#read.get(key);
    if (before !== undefined) return before;
    const place = Object.hasOwn(this.#entries, key) ? this.#entries[key] : undefined;
    if (!place) return undefined;
    const [offset, length] = place;
    const start = this.#start + offset;
    const definition: unknown = JSON.parse(this.bytes.toString('utf8', start, start + length));
    this.#read.set(key, definition);
    return definition;
  }
}

let loading: Promise<FhirBase> | undefined;
let loaded: FhirBase | undefined;

/** Reads the R4 definitions once. Throws `fhir-base-missing` when they were not built. */
export function loadFhirBase(): Promise<FhirBase> {
  loading ??= readBase();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** The R4 definitions, for code that cannot wait; loading a FHIR pack has read them. */
export function fhirBase(): FhirBase {
  if (!loaded) throw makeError('fhir-base-missing');
  return loaded;
}

async function readBase(): Promise<FhirBase> {
  const file = baseFiles(dirname(fileURLToPath(import.meta.url))).find((path) => existsSync(path));
  if (file === undefined) throw makeError('fhir-base-missing');
  loaded = new FhirBase(await readFile(file));
  return loaded;
}

/** The built copy beside the command, then the one the build leaves for runs from source, going up from this file. */
function* parents(start: string): Generator<string> {
  for (let folder = start; ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) return;
  }
}

function baseFiles(start: string): string[] {
  const places = ['fhir/r4.jsonl', 'dist/fhir/r4.jsonl', 'node_modules/.cache/epreuve/fhir/r4.jsonl'];
  return [...parents(start)].flatMap((folder) => places.map((place) => join(folder, place)));
}
