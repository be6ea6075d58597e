/** The model behind our CDA schema: what the files under `schema/` say, parsed and put together. */

/** Namespaces a class or element may belong to, by the prefix the files use. */
export const SCHEMA_NAMESPACES = {
  cda: 'urn:hl7-org:v3',
  sdtc: 'urn:hl7-org:sdtc',
  lab: 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
  pharm: 'urn:ihe:pharm:medication',
  ps3: 'urn:dicom-org:ps3-20',
} as const;
export type SchemaPrefix = keyof typeof SCHEMA_NAMESPACES;

export function isSchemaPrefix(text: string): text is SchemaPrefix {
  return Object.hasOwn(SCHEMA_NAMESPACES, text);
}

/** Name of the group that stands for any element of another namespace. */
export const OTHER_NAMESPACES = 'other';

/** Occurrences; `max` null is unbounded. */
export interface Occurs {
  readonly min: number;
  readonly max: number | null;
}

export type Particle =
  | ({
      readonly kind: 'element';
      readonly name: string;
      readonly prefix?: SchemaPrefix;
      readonly type: string;
    } & Occurs)
  | ({ readonly kind: 'sequence' | 'choice'; readonly parts: readonly Particle[] } & Occurs)
  | ({ readonly kind: 'group'; readonly name: string } & Occurs);

export type AttributeRow =
  | { readonly kind: 'attribute'; readonly name: string; readonly type: string; readonly required: boolean }
  | {
      readonly kind: 'fixed';
      readonly name: string;
      /** `xs:token` unless the type it restricts wants another. */
      readonly type: string;
      readonly value: string;
      readonly required: boolean;
    }
  | { readonly kind: 'group'; readonly name: string };

export interface ComplexTypeRow {
  readonly name: string;
  readonly prefix: SchemaPrefix;
  /** Classes have the children every class has; data types have none of them. */
  readonly isClass: boolean;
  /** Anything may stand inside: parts of an extension we do not describe. */
  readonly open: boolean;
  readonly abstract: boolean;
  readonly mixed: boolean;
  readonly derives?: { readonly by: 'extension' | 'restriction'; readonly from: string };
  /** Simple type of the content; there are no children then. */
  readonly value?: string;
  readonly children: readonly Particle[];
  readonly attributes: readonly AttributeRow[];
  /** Attributes of the restricted type that are not allowed here. */
  readonly without: readonly string[];
}

export type SimpleTypeRow = {
  readonly name: string;
  readonly prefix: SchemaPrefix;
} & (
  | { readonly kind: 'restriction'; readonly base: string; readonly pattern?: string; readonly minLength?: number }
  | { readonly kind: 'codes'; readonly base: string; readonly codes: readonly string[] }
  | { readonly kind: 'list'; readonly of: string }
  | { readonly kind: 'union'; readonly of: readonly string[] }
);

export interface SchemaModel {
  /** Root element and the type of the same name. */
  readonly root: string;
  readonly complexTypes: ReadonlyMap<string, ComplexTypeRow>;
  readonly simpleTypes: ReadonlyMap<string, SimpleTypeRow>;
  readonly groups: ReadonlyMap<string, Particle>;
  readonly attributeGroups: ReadonlyMap<string, readonly AttributeRow[]>;
  /** Namespaces whose schema holds its own copy of the data types, as a schema included without a namespace does. */
  readonly ownDataTypes: ReadonlySet<SchemaPrefix>;
}
