import type { PackReference, SpecReference, Text, Trust } from '../../core/index.js';
import type { ElementRow, Pack } from '../types.js';
import type { PackMistake } from './mistakes.js';
import { duplicate, missingKeys, reversedCard } from './problems.js';
import type { ElementFile } from './schema.js';
import type { DataPath, Source } from './source.js';

/** What compiling one pack shares: who it is, what lies under it, what was found wrong. */
export interface CompileContext {
  readonly reference: Omit<PackReference, 'digest'>;
  readonly base: Pack | undefined;
  readonly mistakes: PackMistake[];
}

/** Where a written part stands, to point at it. */
export interface Place {
  readonly source: Pick<Source<unknown>, 'mistake'>;
  readonly path: DataPath;
}

export function below(place: Place, ...steps: DataPath): Place {
  return { source: place.source, path: [...place.path, ...steps] };
}

export function addMistake(context: CompileContext, place: Place, problem: { reason: Text; remedy: Text }): void {
  context.mistakes.push(place.source.mistake(place.path, problem));
}

interface WrittenRow {
  readonly trust?: Trust | undefined;
  readonly spec?:
    | { readonly standard: string; readonly section: string; readonly url?: string | undefined }
    | undefined;
  readonly note?: Text | undefined;
  readonly judgedBy?: string | null | undefined;
}

/** Keys every row has; `inherited` are the base row's, or the segment's spec. */
export function rowKeys(id: string, written: WrittenRow, context: CompileContext, inherited: Partial<ElementRow> = {}) {
  const spec = written.spec ? toSpec(written.spec) : inherited.spec;
  const note = written.note ?? inherited.note;
  const judgedBy = written.judgedBy === undefined ? inherited.judgedBy : written.judgedBy;
  return {
    id,
    pack: context.reference.id,
    trust: written.trust ?? context.reference.trust,
    ...(spec && { spec }),
    ...(note && { note }),
    ...(judgedBy && { judgedBy }),
  };
}

function toSpec({ standard, section, url }: NonNullable<WrittenRow['spec']>): SpecReference {
  return { standard, section, ...(url && { url }) };
}

/** Rows of a segment or data type over those of the base, by position; a key not written keeps the base's value. */
export function mergeElements(
  owner: string,
  written: readonly ElementFile[],
  base: readonly (ElementRow | undefined)[],
  place: Place,
  spec: SpecReference | undefined,
  context: CompileContext,
): readonly (ElementRow | undefined)[] {
  const rows = [...base];
  const seen = new Set<number>();
  for (const [index, row] of written.entries()) {
    const at = below(place, index);
    if (seen.has(row.at)) addMistake(context, at, duplicate(`${owner}${row.at}`));
    seen.add(row.at);
    const merged = mergeElement(`${owner}${row.at}`, row, base[row.at], at, spec, context);
    if (merged) {
      while (rows.length <= row.at) rows.push(undefined);
      rows[row.at] = merged;
    }
  }
  return rows;
}

function mergeElement(
  id: string,
  written: ElementFile,
  base: ElementRow | undefined,
  place: Place,
  spec: SpecReference | undefined,
  context: CompileContext,
): ElementRow | undefined {
  const name = written.name ?? base?.name;
  const type = written.type ?? base?.type;
  const usage = written.usage ?? base?.usage;
  if (!name || !type || !usage) {
    const missing = Object.entries({ name, type, usage }).flatMap(([key, value]) => (value ? [] : [key]));
    addMistake(context, place, missingKeys(id, missing));
    return undefined;
  }
  const length = kept(written.length, base?.length);
  const table = kept(written.table, base?.table);
  const predicate = kept(written.predicate, base?.predicate);
  const otherwise = kept(written.otherwise, base?.otherwise);
  const fixed = kept(written.fixed, base?.fixed);
  const severity = kept(written.severity, base?.severity);
  const card = cardOf(written, base, usage);
  if (card.max !== null && card.max < card.min)
    addMistake(context, below(place, 'card'), reversedCard(written.card ?? ''));
  return {
    ...rowKeys(id, written, context, { ...base, ...(spec && { spec }) }),
    position: written.at,
    name,
    type,
    usage,
    ...card,
    ...(length !== undefined && { length }),
    ...(table !== undefined && { table }),
    ...(predicate !== undefined && { predicate }),
    ...(otherwise !== undefined && { otherwise }),
    ...(fixed !== undefined && { fixed }),
    ...(severity !== undefined && { severity }),
  };
}

/** `null` takes the base's value away. */
function kept<Value>(written: Value | null | undefined, base: Value | undefined): Value | undefined {
  return written === undefined ? base : (written ?? undefined);
}

function cardOf(written: ElementFile, base: ElementRow | undefined, usage: ElementRow['usage']) {
  if (written.card !== undefined) {
    const [min, max] = written.card.split('..');
    return { min: Number(min), max: max === '*' ? null : Number(max) };
  }
  if (written.usage === undefined && base) return { min: base.min, max: base.max };
  if (usage === 'X') return { min: 0, max: 0 };
  const max = base === undefined || base.max === 0 ? 1 : base.max;
  return { min: usage === 'R' ? Math.max(base?.min ?? 1, 1) : 0, max };
}
