import { basename } from 'node:path';
import type { Text } from '../../core/index.js';
import { compileGrammar, GrammarTextError } from '../grammar.js';
import type {
  DataTypeRow,
  EncounterStateRow,
  EventRow,
  GrammarNode,
  GrammarRow,
  Hl7v2Profile,
  SegmentRow,
  TableRow,
} from '../types.js';
import { addMistake, below, type CompileContext, mergeElements, type Place, rowKeys } from './merge-rows.js';
import { badGrammar, duplicate, misnamedFile, missingKeys } from './problems.js';
import type { PackSources } from './read-folder.js';
import type { DataTypeFile, DictionaryFile, EventsFile, GrammarsFile, SegmentFile, TablesFile } from './schema.js';
import type { Source } from './source.js';

const NO_ROWS = { segments: {}, dataTypes: {}, tables: {}, events: {}, grammars: {}, encounterStates: {} };
const NOTHING = { ...NO_ROWS, codePairs: {}, classChanges: {} };

/** Puts the rows of a folder over those of the base pack. */
export function mergeHl7v2(sources: PackSources, baseVersion: string, context: CompileContext): Hl7v2Profile {
  const base = context.base?.hl7v2 ?? { baseVersion, ...NOTHING };
  const dictionary = sources.dictionary ? fromDictionary(sources.dictionary) : undefined;
  const segments = [...(dictionary?.segments ?? []), ...sources.segments.map((source) => written(source))];
  const dataTypes = [...(dictionary?.dataTypes ?? []), ...sources.dataTypes.map((source) => written(source))];
  const tables = [...(dictionary?.tables ?? []), ...sources.tables.flatMap((source) => items(source))];
  const grammars = [...(dictionary?.grammars ?? []), ...sources.grammars.flatMap((source) => items(source))];
  for (const part of [...segments, ...dataTypes]) checkFileName(part.row.id, part.place, context);
  return {
    baseVersion,
    segments: mergeById(base.segments, segments, (row, place) => toSegment(row, place, context), context),
    dataTypes: mergeById(base.dataTypes, dataTypes, (row, place) => toDataType(row, place, context), context),
    tables: mergeById(base.tables, tables, (row) => toTable(row, context), context),
    events: mergeById(base.events, sources.events.flatMap(items), (row) => toEvent(row, context), context),
    grammars: mergeById(base.grammars, grammars, (row, place) => toGrammar(row, place, context), context),
    encounterStates: mergeById(base.encounterStates, states(sources), (row) => toState(row, context), context),
    codePairs: Object.assign({}, base.codePairs, ...sources.pairs.map(({ data }) => data)),
    classChanges: Object.assign({}, base.classChanges, ...sources.encounter.map(({ data }) => data.classChanges)),
  };
}

/** A row as written, and where. */
interface Written<Row> {
  readonly row: Row;
  readonly place: Place;
}

function written<Row>(source: Source<Row>): Written<Row> {
  return { row: source.data, place: { source, path: [] } };
}

function items<Row>(source: Source<readonly Row[]>): Written<Row>[] {
  return source.data.map((row, index) => ({ row, place: { source, path: [index] } }));
}

function states(sources: PackSources) {
  return sources.encounter.flatMap((source) =>
    (source.data.states ?? []).map((row, index) => ({ row, place: { source, path: ['states', index] } })),
  );
}

function mergeById<In extends { readonly id: string }, Out>(
  base: Readonly<Record<string, Out>>,
  rows: readonly Written<In>[],
  compile: (row: In, place: Place) => Out | undefined,
  context: CompileContext,
): Readonly<Record<string, Out>> {
  const merged: Record<string, Out> = { ...base };
  const seen = new Set<string>();
  for (const { row, place } of rows) {
    if (seen.has(row.id)) addMistake(context, place, duplicate(row.id));
    seen.add(row.id);
    const compiled = compile(row, place);
    if (compiled !== undefined) merged[row.id] = compiled;
  }
  return merged;
}

/** A file of one segment or type is named after it, so that people find it. */
function checkFileName(id: string, place: Place, context: CompileContext): void {
  const { file } = place.source.mistake(place.path, { reason: { fr: '', en: '' }, remedy: { fr: '', en: '' } });
  const name = basename(file);
  if (name.endsWith('.yaml') && name !== `${id}.yaml`) addMistake(context, place, misnamedFile(id, name));
}

function toSegment(row: SegmentFile, place: Place, context: CompileContext): SegmentRow | undefined {
  const base = context.base?.hl7v2?.segments[row.id];
  const name = row.name ?? base?.name;
  if (!name) {
    addMistake(context, place, missingKeys(row.id, ['name']));
    return undefined;
  }
  const keys = rowKeys(row.id, row, context, base);
  const rows = below(place, 'fields');
  return {
    ...keys,
    name,
    fields: mergeElements(`${row.id}-`, row.fields ?? [], base?.fields ?? [], rows, keys.spec, context),
  };
}

function toDataType(row: DataTypeFile, place: Place, context: CompileContext): DataTypeRow | undefined {
  const base = context.base?.hl7v2?.dataTypes[row.id];
  const name = row.name ?? base?.name;
  if (!name) {
    addMistake(context, place, missingKeys(row.id, ['name']));
    return undefined;
  }
  const keys = rowKeys(row.id, row, context, base);
  const rows = below(place, 'components');
  const components = mergeElements(
    `${row.id}.`,
    row.components ?? [],
    base?.components ?? [],
    rows,
    keys.spec,
    context,
  );
  return { ...keys, name, components };
}

function toTable(row: TablesFile[number], context: CompileContext): TableRow {
  return { ...rowKeys(row.id, row, context), title: row.title, kind: row.kind, codes: row.codes };
}

function toEvent(row: EventsFile[number], context: CompileContext): EventRow {
  const { id, title, transaction, usage, structure, structure231, option, action, cancelledBy, cancels } = row;
  return {
    ...rowKeys(id, row, context),
    title,
    transaction,
    usage,
    structure,
    grammar: row.grammar ?? structure,
    ...(structure231 && { structure231 }),
    ...(option && { option }),
    ...(action && { action }),
    ...(cancelledBy && { cancelledBy }),
    ...(cancels && { cancels }),
  };
}

function toGrammar(row: GrammarsFile[number], place: Place, context: CompileContext): GrammarRow {
  let nodes: readonly GrammarNode[] = [];
  try {
    nodes = compileGrammar(row.text);
  } catch (error) {
    if (!(error instanceof GrammarTextError)) throw error;
    addMistake(context, below(place, 'text'), badGrammar(row.id, error));
  }
  return { ...rowKeys(row.id, row, context), text: row.text, nodes };
}

type WrittenState = ReturnType<typeof states>[number]['row'];

function toState(row: WrittenState, context: CompileContext): EncounterStateRow {
  const next = row.next.map(({ events, to, classes }) => ({ events, to, ...(classes && { classes }) }));
  return { ...rowKeys(row.id, row, context), title: row.title, next };
}

interface DictionaryRows {
  readonly segments: readonly Written<SegmentFile>[];
  readonly dataTypes: readonly Written<DataTypeFile>[];
  readonly tables: readonly Written<TablesFile[number]>[];
  readonly grammars: readonly Written<GrammarsFile[number]>[];
}

/** The generated dictionary in the shape of hand-written files; its names exist in English only. */
function fromDictionary(source: Source<DictionaryFile>): DictionaryRows {
  const { data } = source;
  const both = (text: string): Text => ({ fr: text, en: text });
  const elements = (rows: DictionaryFile['segments'][string]['fields']) =>
    rows.map(([name, type, usage, card, length, table], index) => ({
      at: index + 1,
      name: both(name),
      type,
      usage,
      card,
      ...(length !== null && { length }),
      ...(table !== null && { table }),
    }));
  const place = (...path: string[]): Place => ({ source, path });
  return {
    segments: Object.entries(data.segments).map(([id, { name, fields }]) => ({
      row: { id, name: both(name), fields: elements(fields) },
      place: place('segments', id),
    })),
    dataTypes: Object.entries(data.dataTypes).map(([id, { name, components }]) => ({
      row: { id, name: both(name), components: elements(components) },
      place: place('dataTypes', id),
    })),
    tables: Object.entries(data.tables).map(([id, { title, kind, codes }]) => ({
      row: {
        id,
        title: both(title),
        kind,
        codes: Object.fromEntries(Object.entries(codes).map(([code, text]) => [code, both(text)])),
      },
      place: place('tables', id),
    })),
    grammars: Object.entries(data.grammars).map(([id, text]) => ({ row: { id, text }, place: place('grammars', id) })),
  };
}
