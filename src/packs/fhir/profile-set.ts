import { LayeredDefinitions } from './definitions.js';
import type { FhirSheetRows } from './sheet-rows.js';
import { generateSnapshot } from './snapshot/generate-snapshot.js';
import {
  cutVersion,
  type FhirChoiceRow,
  type FhirClaimRow,
  type FhirCodeSystem,
  type FhirDefinitions,
  type FhirProfileSet,
  type FhirStructure,
  type FhirValueSet,
} from './types.js';

export type FhirDefinition = FhirStructure | FhirValueSet | FhirCodeSystem;

/** An empty set, to which definitions are added. */
export const EMPTY_PROFILE_SET: FhirProfileSet = {
  fhirVersion: '4.0.1',
  structures: {},
  valueSets: {},
  codeSystems: {},
  choices: [],
  claims: [],
  incomplete: {},
};

export interface FhirRows {
  readonly choices?: readonly FhirChoiceRow[];
  readonly claims?: readonly FhirClaimRow[];
  readonly sheets?: FhirSheetRows;
}

/** The pack's own rows first: they decide before those of its base; a row of the same id replaces the base's. */
function replaceRows<Row extends { readonly id: string }>(base: readonly Row[], own: readonly Row[]): readonly Row[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...base.filter(({ id }) => !ids.has(id))];
}

/**
 * Adds definitions to a set: later ones replace earlier ones of the same URL, and missing snapshots are generated from
 * the differentials over the set and the R4 definitions. A profile whose base is unknown is told in `incomplete`.
 */
export function addDefinitions(
  set: FhirProfileSet,
  definitions: readonly FhirDefinition[],
  base: FhirDefinitions,
  rows: FhirRows = {},
): FhirProfileSet {
  const structures = new Map(Object.entries(set.structures));
  const valueSets = new Map(Object.entries(set.valueSets));
  const codeSystems = new Map(Object.entries(set.codeSystems));
  for (const definition of definitions) {
    const url = cutVersion(definition.url);
    if (definition.resourceType === 'StructureDefinition') structures.set(url, definition);
    else if (definition.resourceType === 'ValueSet') valueSets.set(url, definition);
    else codeSystems.set(url, definition);
  }
  const complete = completeSnapshots(structures, base);
  const sheets = joinSheets(set.sheets, rows.sheets);
  return {
    fhirVersion: '4.0.1',
    ...complete,
    valueSets: Object.fromEntries(valueSets),
    codeSystems: Object.fromEntries(codeSystems),
    choices: replaceRows(set.choices, rows.choices ?? []),
    claims: replaceRows(set.claims, rows.claims ?? []),
    ...(sheets && { sheets }),
  };
}

function joinSheets(base: FhirSheetRows | undefined, own: FhirSheetRows | undefined): FhirSheetRows | undefined {
  if (!base || !own) return own ?? base;
  return { measures: { ...base.measures, ...own.measures }, tables: { ...base.tables, ...own.tables } };
}

/** Every structure with a snapshot, whatever the order they come in. */
function completeSnapshots(
  structures: ReadonlyMap<string, FhirStructure>,
  base: FhirDefinitions,
): Pick<FhirProfileSet, 'structures' | 'incomplete'> {
  const written = Object.fromEntries(structures);
  // Maps, because a URL of a hostile package may be any text, `__proto__` among them.
  const ready = new Map<string, FhirStructure>();
  const incomplete = new Map<string, string>();
  const underWay = new Set<string>();
  const layered = new LayeredDefinitions({ structures: written, valueSets: {}, codeSystems: {} }, base);
  const withSnapshots: FhirDefinitions = {
    structure: (url) => (structures.has(cutVersion(url)) ? complete(cutVersion(url)) : layered.structure(url)),
    valueSet: () => undefined,
    codeSystem: () => undefined,
  };
  function complete(url: string): FhirStructure | undefined {
    const done = ready.get(url);
    if (done) return done;
    const structure = structures.get(url);
    if (!structure || incomplete.has(url) || underWay.has(url)) return undefined;
    underWay.add(url);
    const made = structure.snapshot ? structure : generateSnapshot(structure, withSnapshots);
    underWay.delete(url);
    if ('missing' in made) incomplete.set(url, made.missing);
    else ready.set(url, made);
    return ready.get(url);
  }
  for (const url of structures.keys()) complete(url);
  return { structures: Object.fromEntries(ready), incomplete: Object.fromEntries(incomplete) };
}
