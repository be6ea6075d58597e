import type { PackReference, Severity, SpecReference, Text, Trust } from '../core/index.js';
import type { CdaContent } from './cda/content-types.js';
import type { FhirProfileSet } from './fhir/types.js';

/**
 * Shapes of a compiled pack. The YAML files under `profiles/<pack>/` are what people read and change; compiling checks
 * them against a closed schema, merges `extends`, and gives every row an id that becomes a finding's `constraintId`.
 */
export interface Pack {
  readonly reference: PackReference;
  /** Base pack reference first, this pack last. */
  readonly lineage: readonly PackReference[];
  readonly format: 'hl7v2' | 'cda' | 'fhir';
  readonly publisher: string;
  readonly source: string;
  readonly licence: string;
  /** Ids or `prefix*` patterns of the rules this pack turns on, in order; a leading `!` turns off. */
  readonly rules: readonly string[];
  /** Severity per rule id, replacing the rule's own. `off` turns the rule off. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Lower rules marked `french` by one severity when the message does not declare the French profile. */
  readonly lowerFrenchWhenUndeclared: boolean;
  /** Free settings that rules read (`acceptProductionIns`, `enhancedAcknowledgement`, `declaredOptions`…). */
  readonly parameters: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly hl7v2?: Hl7v2Profile;
  /** Profiles, value sets and code systems; the R4 definitions under them are loaded with the pack. */
  readonly fhir?: FhirProfileSet;
  readonly cda?: CdaProfile;
}

/** What a CDA pack holds. */
export interface CdaProfile {
  readonly content: CdaContent;
  /** XSD texts by file name, generated from the files under `schema/`; `cda.xsd` imports the others. */
  readonly xsd: Readonly<Record<string, string>>;
}

/** Usage codes of HL7 conformance (HL7 2.5 §2.12.6.5). `B` is kept from base HL7 (backward compatible). */
export type Usage = 'R' | 'RE' | 'C' | 'CE' | 'O' | 'X' | 'B' | 'W';

/** What a C or CE row depends on; a tiny closed language, evaluated by one function in rules/hl7v2. */
export type Predicate =
  | { readonly valued: string }
  | { readonly equals: { readonly path: string; readonly value: string | readonly string[] } }
  | { readonly event: string | readonly string[] }
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate };

interface Row {
  /** Id of the row inside its pack, e.g. `PID-8`; with the pack id in front it is the constraint id. */
  readonly id: string;
  /** Id of the pack the row comes from after merging, e.g. `ihe-pam-fr`. */
  readonly pack: string;
  readonly trust: Trust;
  readonly spec?: SpecReference;
  readonly note?: Text;
  /** A rule of its own judges this row: the generic rules leave it alone, so that one mistake gives one finding. */
  readonly judgedBy?: string;
}

export interface ElementRow extends Row {
  readonly position: number;
  readonly name: Text;
  /** Data type name, e.g. `CX`; `varies` for OBX-5. */
  readonly type: string;
  readonly usage: Usage;
  /** Minimum and maximum number of repetitions; `null` is unbounded. For components always 0..1 or 1..1. */
  readonly min: number;
  readonly max: number | null;
  /** In characters; absent when unlimited. */
  readonly length?: number;
  readonly table?: string;
  readonly predicate?: Predicate;
  /** `O`: allowed when the predicate does not hold (C(R/O) of HL7 2.7.1); otherwise forbidden then. */
  readonly otherwise?: 'O';
  /** The one value allowed. */
  readonly fixed?: string;
  /** Severity of whatever breaks this row, when it is not the generic rule's own. */
  readonly severity?: Severity;
}

export interface SegmentRow extends Row {
  readonly name: Text;
  /** By position; index 0 unused so that `fields[3]` is field 3. Undefined where no row exists. */
  readonly fields: readonly (ElementRow | undefined)[];
}

export interface DataTypeRow extends Row {
  readonly name: Text;
  /** By position, index 0 unused; empty for a primitive type. */
  readonly components: readonly (ElementRow | undefined)[];
}

export interface TableRow extends Row {
  readonly title: Text;
  /** Closed: no other code allowed. Open: other codes are the site's. `suggested`: HL7 user tables, never judged. */
  readonly kind: 'closed' | 'open' | 'suggested';
  readonly codes: Readonly<Record<string, Text>>;
}

/** One event of a profile. */
export interface EventRow extends Row {
  readonly title: Text;
  readonly transaction: string;
  readonly usage: 'R' | 'O' | 'excluded' | 'removed';
  /** `MSH-9.3` expected. */
  readonly structure: string;
  /** Key into `structures`: the grammar, which may differ between two events of the same structure id. */
  readonly grammar: string;
  /** Structure of the same event in HL7 2.3.1; absent when the event did not exist then. */
  readonly structure231?: string;
  readonly option?: string;
  /** ZBE-4 expected. */
  readonly action?: 'INSERT' | 'UPDATE' | 'CANCEL';
  /** Event that cancels this one. */
  readonly cancelledBy?: string;
  /** Events this one cancels. */
  readonly cancels?: readonly string[];
}

/** A message grammar, compiled from text such as `MSH SFT* EVN PID PD1? {PR1 ROL*}*`. */
export interface GrammarRow extends Row {
  readonly text: string;
  readonly nodes: readonly GrammarNode[];
}

export type GrammarNode =
  | { readonly segment: string; readonly min: number; readonly max: number | null; readonly usage?: Usage }
  | { readonly group: readonly GrammarNode[]; readonly min: number; readonly max: number | null };

/** Encounter state machine of reference §5.5: rows, so that an expert can change them. */
export interface EncounterStateRow extends Row {
  readonly title: Text;
  /** Events legal in this state and the state they lead to; `same` keeps it. */
  readonly next: readonly {
    readonly events: readonly string[];
    readonly to: string;
    /** Limits the row to patient classes (PV1-2) of the message. */
    readonly classes?: readonly string[];
  }[];
}

export interface Hl7v2Profile {
  /** HL7 version whose dictionary lies under the rows, e.g. `2.5`. */
  readonly baseVersion: string;
  readonly segments: Readonly<Record<string, SegmentRow>>;
  readonly dataTypes: Readonly<Record<string, DataTypeRow>>;
  readonly tables: Readonly<Record<string, TableRow>>;
  readonly events: Readonly<Record<string, EventRow>>;
  readonly grammars: Readonly<Record<string, GrammarRow>>;
  readonly encounterStates: Readonly<Record<string, EncounterStateRow>>;
  /** Pairs of codes that go together (Annex A: PV1-10 with PV1-21), by pair-table id then first code. */
  readonly codePairs: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Class changes allowed by A06 / A07 (reference §5.4): `from` → `to` → event. */
  readonly classChanges: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
