import type { FhirDefinition } from '../../fhir/profile-set.js';
import type { FhirMeasureRow, FhirSheetRows } from '../../fhir/sheet-rows.js';
import type { FhirChoiceRow, FhirClaimRow } from '../../fhir/types.js';
import type { PackMistake } from '../mistakes.js';
import { duplicate, unknownName } from '../problems.js';
import type { Source } from '../source.js';
import { claimsOf } from './claims-of-sheet.js';
import { expandName } from './expand-name.js';
import type { CodeTablesFile, Prefixes, ProfileSheetFile, RowsFile, SheetElement } from './schema.js';
import { structureOfSheet } from './structure-of-sheet.js';
import { tableRowOf, valueSetOfTable } from './value-set-of-table.js';

/** The files of a FHIR pack that write profiles and tables as rows. */
export interface SheetSources {
  readonly prefixes: Source<Prefixes> | undefined;
  readonly sheets: readonly Source<ProfileSheetFile>[];
  readonly rows: readonly Source<RowsFile>[];
  readonly tables: readonly Source<CodeTablesFile>[];
}

export interface CompiledSheets {
  readonly definitions: readonly FhirDefinition[];
  readonly choices: readonly FhirChoiceRow[];
  readonly claims: readonly FhirClaimRow[];
  readonly rows: FhirSheetRows;
  /** The sheet of each profile, to tell its author where a mistake is. */
  readonly sheets: ReadonlyMap<string, Source<ProfileSheetFile>>;
}

/** Turns sheets into definitions, choice and claim rows, and the rows beside them. Mistakes go to the list. */
export function compileSheets(
  sources: SheetSources,
  pack: { readonly id: string; readonly version: string },
  mistakes: PackMistake[],
): CompiledSheets {
  const prefixes = sources.prefixes?.data ?? {};
  const sets = new Map(sources.rows.map(({ data }) => [data.rows, data.elements]));
  const definitions: FhirDefinition[] = [];
  const choices: FhirChoiceRow[] = [];
  const claims: FhirClaimRow[] = [];
  const measures: Record<string, FhirMeasureRow> = {};
  const tables: Record<string, FhirSheetRows['tables'][string]> = {};
  const seen = new Map<string, Source<ProfileSheetFile>>();
  for (const source of sources.sheets) {
    const sheet = source.data;
    const url = expandName(sheet.profile, prefixes);
    if (seen.has(url)) mistakes.push(source.mistake(['profile'], duplicate(sheet.profile)));
    seen.set(url, source);
    const included = includedRows(source, sets, mistakes);
    definitions.push(structureOfSheet(sheet, pack.version, included, prefixes));
    claims.push(...claimsOf(sheet, url, [...included, ...(sheet.elements ?? [])], pack.id));
    const choice = choiceOf(sheet, url, pack.id, prefixes);
    if (choice) choices.push(choice);
    // The schema of the file allows what the row type does; only absent keys differ.
    if (sheet.measure)
      measures[url] = {
        ...(sheet.measure as Omit<FhirMeasureRow, 'profile' | 'title'>),
        profile: url,
        title: sheet.title,
      };
  }
  for (const table of sources.tables.flatMap(({ data }) => data)) {
    const valueSet = valueSetOfTable(table, prefixes);
    definitions.push(valueSet);
    tables[valueSet.url] = tableRowOf(table, prefixes);
  }
  return { definitions, choices, claims, rows: { measures, tables }, sheets: seen };
}

function includedRows(
  source: Source<ProfileSheetFile>,
  sets: ReadonlyMap<string, readonly SheetElement[]>,
  mistakes: PackMistake[],
): SheetElement[] {
  return (source.data.include ?? []).flatMap((name, index) => {
    const rows = sets.get(name);
    if (rows) return [...rows];
    const words = unknownName({ fr: 'jeu de lignes', en: 'set of rows' }, name, [...sets.keys()]);
    mistakes.push(source.mistake(['include', index], words));
    return [];
  });
}

function choiceOf(sheet: ProfileSheetFile, url: string, pack: string, prefixes: Prefixes): FhirChoiceRow | undefined {
  if (!sheet.chosenBy && !sheet.aliases) return undefined;
  return {
    id: url.slice(url.lastIndexOf('/') + 1),
    pack,
    resourceType: sheet.type,
    profile: url,
    codes: (sheet.chosenBy ?? []).map((each) => expandName(each, prefixes)),
    aliases: (sheet.aliases ?? []).map((each) => expandName(each, prefixes)),
  };
}
