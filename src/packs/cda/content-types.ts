import type { Severity, SpecReference, Text, Trust } from '../../core/index.js';

/** What the files of a CDA pack say, checked and put together. See profiles/cda-fr/rows/README.md for the files. */
export interface CdaContent {
  /** Rows by rule id, in the order of the files. */
  readonly rows: readonly CdaRow[];
  readonly valueSets: Readonly<Record<string, CdaValueSet>>;
  readonly models: readonly CdaModel[];
  /** Children foreseen in the header: by path below ClinicalDocument (`recordTarget/patientRole`), their names. */
  readonly closed: Readonly<Record<string, readonly string[]>>;
}

/** One rule written as asserts. */
export interface CdaRow {
  readonly id: string;
  /** Id of the pack the row comes from. */
  readonly pack: string;
  readonly severity: Severity;
  readonly trust: Trust;
  readonly spec: readonly SpecReference[];
  readonly title: Text;
  readonly why: Text;
  readonly repair: Text;
  readonly level?: 1 | 3;
  /** Ids of the models it is limited to. */
  readonly models?: readonly string[];
  /** Name shared with the same idea in HL7 v2, e.g. `INS-TRAITS`. */
  readonly constraint?: string;
  readonly checks: readonly CdaCheck[];
}

/** One assert. Expressions are XPath 1.0 with the prefixes of CDA_NAMESPACES. */
export interface CdaCheck {
  /** Message id. */
  readonly id: string;
  readonly severity?: Severity;
  /** From ClinicalDocument; every node it selects is tested. `.` is ClinicalDocument itself. */
  readonly context: string;
  readonly assert: { readonly test: string } | { readonly codeIn: CodeIn };
  /** From the context node to the place shown; the context node itself when it selects nothing. */
  readonly at?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly message: Text;
}

export interface CodeIn {
  readonly table: string;
  readonly by: 'code' | 'code+system' | 'system' | 'label' | 'text' | 'attribute';
  readonly attribute?: string;
}

/** A dated table of codes. */
export interface CdaValueSet {
  readonly id: string;
  readonly oid: string;
  readonly title: string;
  /** Date of the copy that was read. */
  readonly date: string;
  readonly source: string;
  /** False: codes are missing here, so that nothing can be said of a code that is not listed. */
  readonly complete: boolean;
  /** Number of codes of the published table. */
  readonly size: number;
  /** By code system, then code; the French label, empty when it was not read. Every system of the table is there. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** One document model: a kind of level 3 document. */
export interface CdaModel {
  readonly id: string;
  readonly title: Text;
  /** Types of document the model may have; empty when not known. */
  readonly codes: readonly string[];
  readonly templates: readonly string[];
  /** Extensions published for the model's own template. */
  readonly versions: readonly string[];
  readonly formatCode?: string;
  readonly sections: readonly CdaModelSection[];
  /** First version that demands the PDF copy. */
  readonly pdfCopyFrom?: string;
  readonly serviceEventCodes?: readonly string[];
}

export interface CdaModelSection {
  /** One of these templates. */
  readonly anyOf: readonly string[];
  readonly min: number;
  readonly max: number | null;
  /** First and last version that demand it. */
  readonly from?: string;
  readonly until?: string;
}
