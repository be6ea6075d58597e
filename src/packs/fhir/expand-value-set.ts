import { codePredicate } from './code-predicates.js';
import { type ConceptTree, codesByFilter, conceptsOf } from './concept-tree.js';
import { cutVersion, type FhirDefinitions, type FhirValueSet } from './types.js';

export type Membership = 'yes' | 'no' | 'unknown';

interface SystemCodes {
  /** Code → display; empty text when none is known. */
  readonly codes: Map<string, string>;
  readonly predicate: RegExp | undefined;
}

/** The codes of a value set, as far as the definitions at hand tell them. */
export class CodeTable {
  readonly #systems = new Map<string, { codes: Map<string, string>; predicate: RegExp | undefined }>();
  /** Code systems that are named and not at hand, or whose filters are not understood. */
  readonly missingSystems = new Set<string>();
  /** Value sets that are named and not at hand. */
  readonly missingSets = new Set<string>();

  constructor(
    readonly url: string,
    /** Title or name, for people. */
    readonly name: string,
  ) {}

  /** `system` is undefined for a plain code, which has none. */
  has(system: string | undefined, code: string): Membership {
    for (const [url, { codes, predicate }] of this.#systems) {
      if (system !== undefined && system !== url) continue;
      if (codes.has(code) || predicate?.test(code)) return 'yes';
    }
    const mayHold = system === undefined ? this.missingSystems.size > 0 : this.missingSystems.has(system);
    return mayHold || this.missingSets.size > 0 ? 'unknown' : 'no';
  }

  /** What would be needed to know the whole value set. */
  get missing(): readonly string[] {
    return [...this.missingSystems, ...this.missingSets];
  }

  display(system: string | undefined, code: string): string | undefined {
    for (const [url, { codes }] of this.#systems) {
      const display = system === undefined || system === url ? codes.get(code) : undefined;
      if (display !== undefined) return display === '' ? undefined : display;
    }
    return undefined;
  }

  /** Codes for a message: `a, b, c` then dots. */
  some(limit: number): string {
    const codes = [...this.#systems.values()].flatMap(({ codes: table }) => [...table.keys()]);
    return codes.length > limit ? `${codes.slice(0, limit).join(', ')}…` : codes.join(', ');
  }

  get size(): number {
    return [...this.#systems.values()].reduce((total, { codes }) => total + codes.size, 0);
  }

  get systems(): readonly string[] {
    return [...this.#systems.keys()];
  }

  add(system: string, entries: Iterable<readonly [string, string]>, predicate?: RegExp): void {
    const table = this.#systems.get(system) ?? { codes: new Map<string, string>(), predicate };
    for (const [code, display] of entries) if (!table.codes.get(code)) table.codes.set(code, display);
    this.#systems.set(system, { ...table, predicate: predicate ?? table.predicate });
  }

  remove(system: string, codes: Iterable<string>): void {
    const table = this.#systems.get(system);
    for (const code of codes) table?.codes.delete(code);
  }

  *entries(): Generator<readonly [string, SystemCodes]> {
    yield* this.#systems;
  }
}

/** Expands a value set with what is at hand; undefined when the value set itself is not. */
export function expandValueSet(url: string, definitions: FhirDefinitions): CodeTable | undefined {
  return expand(cutVersion(url), definitions, new Set());
}

function expand(url: string, definitions: FhirDefinitions, above: ReadonlySet<string>): CodeTable | undefined {
  const set = definitions.valueSet(url);
  if (!set || above.has(url)) return undefined;
  const table = new CodeTable(url, set.title ?? set.name ?? url);
  const inside = new Set([...above, url]);
  for (const include of set.compose?.include ?? []) addInclude(table, include, definitions, inside);
  if (table.missing.length > 0 || !set.compose) addExpansion(table, set);
  for (const exclude of set.compose?.exclude ?? []) takeAway(table, exclude, definitions, inside);
  return table;
}

type Include = NonNullable<NonNullable<FhirValueSet['compose']>['include']>[number];

/** An expansion made by the publisher stands in for what we cannot expand. */
function addExpansion(table: CodeTable, set: FhirValueSet): void {
  const contains = set.expansion?.contains;
  if (!contains) {
    if (!set.compose) table.missingSets.add(set.url);
    return;
  }
  const waiting = [...contains];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    if (entry.code !== undefined && entry.abstract !== true) {
      table.add(entry.system ?? '', [[entry.code, entry.display ?? '']]);
    }
    waiting.push(...(entry.contains ?? []));
  }
  table.missingSystems.clear();
  table.missingSets.clear();
}

function addInclude(
  table: CodeTable,
  include: Include,
  definitions: FhirDefinitions,
  above: ReadonlySet<string>,
): void {
  const part = includedCodes(include, definitions, above);
  for (const system of part.missingSystems) table.missingSystems.add(system);
  for (const set of part.missingSets) table.missingSets.add(set);
  for (const [system, { codes, predicate }] of part.entries()) table.add(system, codes, predicate);
}

function takeAway(table: CodeTable, exclude: Include, definitions: FhirDefinitions, above: ReadonlySet<string>): void {
  const part = includedCodes(exclude, definitions, above);
  for (const [system, { codes }] of part.entries()) table.remove(system, codes.keys());
}

/** A code is included when it is in the system's part and in every value set named beside it. */
function includedCodes(include: Include, definitions: FhirDefinitions, above: ReadonlySet<string>): CodeTable {
  const kept = new CodeTable('', '');
  const sets: CodeTable[] = [];
  for (const url of include.valueSet ?? []) {
    const table = expand(cutVersion(url), definitions, above);
    if (table) sets.push(table);
    else kept.missingSets.add(cutVersion(url));
    for (const system of table?.missingSystems ?? []) kept.missingSystems.add(system);
    for (const set of table?.missingSets ?? []) kept.missingSets.add(set);
  }
  const own = include.system === undefined ? sets.shift() : systemCodes(include, include.system, definitions);
  for (const system of own?.missingSystems ?? []) kept.missingSystems.add(system);
  for (const [system, { codes, predicate }] of own?.entries() ?? []) {
    const shared = [...codes].filter(([code]) => sets.every((other) => other.has(system, code) === 'yes'));
    kept.add(system, shared, sets.length === 0 ? predicate : undefined);
  }
  return kept;
}

/** The codes an include takes of one code system. */
function systemCodes({ concept, filter }: Include, system: string, definitions: FhirDefinitions): CodeTable {
  const table = new CodeTable(system, system);
  const known = definitions.codeSystem(system);
  const concepts: ConceptTree = known ? conceptsOf(known) : new Map();
  const withDisplay = (code: string, display?: string) => [code, display ?? concepts.get(code)?.display ?? ''] as const;
  if (concept) {
    table.add(
      system,
      concept.map(({ code, display }) => withDisplay(code ?? '', display)),
    );
    return table;
  }
  const predicate = filter ? undefined : codePredicate(system);
  const isWhole = known !== undefined && (known.content ?? 'complete') === 'complete';
  const codes = codesByFilter(concepts, filter ?? []);
  table.add(
    system,
    (codes ?? []).map((code) => withDisplay(code)),
    predicate,
  );
  if (!codes || (!isWhole && !predicate)) table.missingSystems.add(system);
  return table;
}
