import {
  type CodeTable,
  cutVersion,
  EMPTY_PROFILE_SET,
  expandValueSet,
  type FhirDefinitions,
  type FhirProfileSet,
  fhirBase,
  LayeredDefinitions,
} from '../../../packs/index.js';
import { compileStructure } from './compile-structure.js';
import type { CompiledElement, CompiledInvariant, CompiledStructure, CompiledType } from './compiled-types.js';
import type { SliceTest } from './slice-tests.js';

export const CORE = 'http://hl7.org/fhir/StructureDefinition/';

/** Definitions made ready for judging: every structure, table and slicing is compiled once, when first needed. */
export class FhirEngine {
  readonly #structures = new Map<string, CompiledStructure | undefined>();
  readonly #tables = new Map<string, CodeTable | undefined>();
  readonly #invariants = new WeakMap<CompiledElement, Map<string, readonly CompiledInvariant[]>>();
  /** Tests of the slices of an element, made by slice-tests.ts. */
  readonly sliceTests = new WeakMap<object, readonly (SliceTest | undefined)[]>();

  constructor(
    readonly definitions: FhirDefinitions,
    /** Concrete resource types of R4. */
    readonly resourceTypes: ReadonlySet<string>,
    /** Profiles of the pack without a snapshot, and what was missing for it. */
    readonly incomplete: Readonly<Record<string, string>> = {},
  ) {}

  /** A structure by canonical URL; undefined when it is not at hand. */
  structure(url: string): CompiledStructure | undefined {
    const key = cutVersion(url);
    if (this.#structures.has(key)) return this.#structures.get(key);
    const definition = this.definitions.structure(key);
    const compiled = definition && compileStructure(definition);
    this.#structures.set(key, compiled);
    return compiled;
  }

  /** A data type or resource by name. */
  type(code: string): CompiledStructure | undefined {
    return this.structure(code.includes(':') ? code : CORE + code);
  }

  /** The codes of a value set; undefined when it is not at hand. */
  table(url: string): CodeTable | undefined {
    const key = cutVersion(url);
    if (this.#tables.has(key)) return this.#tables.get(key);
    const table = expandValueSet(key, this.definitions);
    this.#tables.set(key, table);
    return table;
  }

  /** Resource type a target profile stands for; undefined when the profile is not at hand. */
  targetType(url: string): string | undefined {
    const name = url.startsWith(CORE) ? cutVersion(url.slice(CORE.length)) : '';
    if (name === 'Resource' || this.resourceTypes.has(name)) return name;
    return this.structure(url)?.type;
  }

  /** Invariants of an element and those of its type, each once. */
  invariantsOf(element: CompiledElement, type: CompiledType | undefined): readonly CompiledInvariant[] {
    const code = type?.code ?? '';
    let byType = this.#invariants.get(element);
    if (!byType) {
      byType = new Map();
      this.#invariants.set(element, byType);
    }
    let list = byType.get(code);
    if (!list) {
      list = this.#joinInvariants(element, type);
      byType.set(code, list);
    }
    return list;
  }

  #joinInvariants(element: CompiledElement, type: CompiledType | undefined): readonly CompiledInvariant[] {
    const isRoot = !element.id.includes('.');
    const structures =
      type && !isRoot ? [this.type(type.code), ...type.profiles.map((url) => this.structure(url))] : [];
    const all = [...element.invariants, ...structures.flatMap((structure) => structure?.root.invariants ?? [])];
    return all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index);
  }
}

const engines = new WeakMap<FhirProfileSet, FhirEngine>();

/** The engine of a pack's profiles; of R4 alone when it has none. The R4 definitions must have been loaded. */
export function engineFor(set: FhirProfileSet = EMPTY_PROFILE_SET): FhirEngine {
  let engine = engines.get(set);
  if (!engine) {
    const base = fhirBase();
    engine = new FhirEngine(new LayeredDefinitions(set, base), base.resourceTypes, set.incomplete);
    engines.set(set, engine);
  }
  return engine;
}
