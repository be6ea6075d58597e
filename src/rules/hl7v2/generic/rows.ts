import type { DataTypeRow, ElementRow, Hl7v2Profile, SegmentRow, TableRow } from '../../../packs/index.js';
import { ownValue } from '../pack-values.js';
import { compileDemands, type SurelyMeets } from './demands.js';
import { formatOf, type TypeFormat } from './type-formats.js';

/**
 * The rows of a profile, arranged once for the generic rules: looked up by segment name, sorted by what they demand,
 * with data types and tables at hand. A row that a coded rule judges (`judgedBy`) demands nothing here.
 */
export interface SegmentPlan {
  readonly row: SegmentRow;
  /** By position; index 0 unused. */
  readonly fields: readonly (ElementPlan | undefined)[];
  readonly required: readonly ElementPlan[];
  readonly conditional: readonly ElementPlan[];
}

export interface TypePlan {
  readonly name: string;
  readonly row: DataTypeRow;
  /** By position, index 0 unused; empty for a primitive type. */
  readonly components: readonly (ElementPlan | undefined)[];
  readonly required: readonly ElementPlan[];
  readonly conditional: readonly ElementPlan[];
  readonly isPrimitive: boolean;
  /** Of the components that hold a value. */
  readonly surelyMeets: SurelyMeets;
  /** Undefined for a composite type and for free text. */
  readonly format: TypeFormat | undefined;
}

export interface ElementPlan {
  readonly row: ElementRow;
  /** False when a coded rule judges the row. */
  readonly isJudged: boolean;
  readonly isForbidden: boolean;
  /** Judged whatever the value: forbidden or fixed. */
  readonly isSpecial: boolean;
  /** In characters; Infinity when unlimited, forbidden or judged by a coded rule. */
  readonly maxLength: number;
  /** Occurrences; Infinity as above. */
  readonly maxCount: number;
  /** The coded rule that judges the row judges what stands inside as well. */
  readonly isJudgedInside: boolean;
  /** Undefined for `varies` and for a type the pack does not describe. */
  readonly type: TypePlan | undefined;
  readonly coded: CodedPlan | undefined;
}

/** Binding of a row to a table that is judged. */
export interface CodedPlan {
  readonly tableId: string;
  /** Undefined when the pack does not hold the table, or not a single code of it. */
  readonly table: TableRow | undefined;
  /** Its codes; none when it is not at hand. */
  readonly codes: ReadonlySet<string>;
  /** A table that is not at hand counts as closed: nobody can say that a code is in it. */
  readonly kind: 'closed' | 'open';
  readonly isNational: boolean;
}

export interface ProfileRows {
  readonly segments: ReadonlyMap<string, SegmentPlan>;
  readonly types: ReadonlyMap<string, TypePlan>;
}

const known = new WeakMap<Hl7v2Profile, ProfileRows>();

export function rowsOf(profile: Hl7v2Profile): ProfileRows {
  let rows = known.get(profile);
  if (!rows) {
    rows = new RowCompiler(profile).compile();
    known.set(profile, rows);
  }
  return rows;
}

/** Rules that judge the time stamp of their field, not only whether there is one. */
const TIME_STAMP_RULES = new Set(['PAM-MSH-7', 'PAM-ZBE-2']);

/** Types whose first component is the code that a table lists. */
const CODED_TYPES = new Set(['CE', 'CWE', 'CNE', 'CF']);
const PRIMITIVE_CODED_TYPES = new Set(['ID', 'IS', 'ST', 'NM', 'SI']);

export function isCodedType(type: string): boolean {
  return CODED_TYPES.has(type);
}

const NO_ELEMENTS: Pick<TypePlan, 'components' | 'required' | 'conditional'> = {
  components: [],
  required: [],
  conditional: [],
};

class RowCompiler {
  readonly #types = new Map<string, TypePlan>();

  constructor(readonly profile: Hl7v2Profile) {}

  compile(): ProfileRows {
    const segments = new Map<string, SegmentPlan>();
    for (const [name, row] of Object.entries(this.profile.segments)) {
      segments.set(name, { row, ...this.#elements(row.fields) });
    }
    for (const name of Object.keys(this.profile.dataTypes)) this.#type(name);
    return { segments, types: this.#types };
  }

  #elements(rows: readonly (ElementRow | undefined)[]) {
    const fields = rows.map((row) => row && this.#element(row));
    const judged = fields.filter((plan): plan is ElementPlan => plan?.isJudged === true);
    return {
      fields,
      required: judged.filter(({ row }) => row.usage === 'R'),
      conditional: judged.filter(({ row }) => row.predicate && (row.usage === 'C' || row.usage === 'CE')),
    };
  }

  #element(row: ElementRow): ElementPlan {
    const isJudged = row.judgedBy === undefined;
    const isForbidden = row.usage === 'X';
    const isMeasured = isJudged && !isForbidden;
    return {
      row,
      isJudged,
      isForbidden,
      isSpecial: isJudged && (isForbidden || row.fixed !== undefined),
      maxLength: (isMeasured ? row.length : undefined) ?? Number.POSITIVE_INFINITY,
      maxCount: (isMeasured && row.max !== 0 ? row.max : null) ?? Number.POSITIVE_INFINITY,
      isJudgedInside: row.judgedBy !== undefined && TIME_STAMP_RULES.has(row.judgedBy),
      type: this.#type(row.type),
      coded: isJudged ? this.#coded(row) : undefined,
    };
  }

  /** The plan is known before its components are, since types name each other. */
  #type(name: string): TypePlan | undefined {
    const before = this.#types.get(name);
    if (before) return before;
    const row = ownValue(this.profile.dataTypes, name);
    return row && this.#newType(name, row);
  }

  #newType(name: string, row: DataTypeRow): TypePlan | undefined {
    if (name === 'varies') return undefined;
    const isPrimitive = row.components.length === 0;
    const format = isPrimitive ? formatOf(name) : undefined;
    const plan = { name, row, isPrimitive, format, surelyMeets: () => true, ...NO_ELEMENTS };
    this.#types.set(name, plan);
    const { fields, required, conditional } = this.#elements(row.components);
    const surelyMeets = compileDemands(required, conditional);
    return Object.assign(plan, { components: fields, required, conditional, surelyMeets });
  }

  /** A table of the site (`suggested`) or one that a coded rule judges is left alone. */
  #coded(row: ElementRow): CodedPlan | undefined {
    const { table: tableId, type } = row;
    if (tableId === undefined || !(PRIMITIVE_CODED_TYPES.has(type) || CODED_TYPES.has(type))) return undefined;
    const table = ownValue(this.profile.tables, tableId);
    if (table?.kind === 'suggested' || table?.judgedBy !== undefined) return undefined;
    const isNational = (table ?? row).trust === 'national';
    const codes = new Set(table && Object.keys(table.codes));
    return { tableId, table: codes.size > 0 ? table : undefined, codes, kind: table?.kind ?? 'closed', isNational };
  }
}
