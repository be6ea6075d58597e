import type { Text } from '../../core/index.js';

/** Rows of a pack's profile sheets that a StructureDefinition cannot hold. */
export interface FhirSheetRows {
  /** By canonical of the profile. */
  readonly measures: Readonly<Record<string, FhirMeasureRow>>;
  /** By canonical of the value set. */
  readonly tables: Readonly<Record<string, FhirTableRow>>;
}

/** What a measure usually looks like: for warnings, never for errors (no profile defines numeric ranges). */
export interface FhirMeasureRow {
  readonly profile: string;
  readonly title: Text;
  /** UCUM unit of `plausible`; absent when each kind has its own. */
  readonly unit?: string;
  /** Lowest and highest value of a living person, in `unit`. */
  readonly plausible?: readonly [number, number];
  /** Plausible values of the components, by their code. */
  readonly components?: Readonly<Record<string, readonly [number, number]>>;
  /** Decimals such a measure usually has. */
  readonly decimals: number;
  readonly integer?: boolean;
  /** UCUM units values are often left in by mistake. */
  readonly slips?: readonly string[];
  /** Which feed bundle of the guide carries it. */
  readonly feed: 'vital-signs' | 'biology' | 'none';
  /** Measures of one profile told apart by their code (glucose). */
  readonly kinds?: readonly FhirMeasureKind[];
}

export interface FhirMeasureKind {
  readonly codes: readonly string[];
  readonly title: Text;
  readonly unit: string;
  readonly plausible: readonly [number, number];
  readonly moment: 'required' | 'forbidden';
  readonly numberOfDays: 'required' | 'forbidden';
}

/** What is known of a terminology table beside its codes. */
export interface FhirTableRow {
  readonly generation: string;
  /** Of the publication, `2024-07-26`. */
  readonly date?: string;
  /** False when the content of this publication was not read: a code outside the table is then a warning. */
  readonly wasRead: boolean;
  /** `system|code` of the other generations of the same value set. */
  readonly otherGeneration: readonly string[];
}
