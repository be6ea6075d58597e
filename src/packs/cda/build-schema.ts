import type { MistakeWords } from '../compile/problems.js';
import { ContentTextError, parseAttributes, parseChildren } from './parse-content.js';
import type { CdaSchemaFile, ComplexTypeFile, SimpleTypeFile } from './schema-files.js';
import {
  type AttributeRow,
  type ComplexTypeRow,
  isSchemaPrefix,
  OTHER_NAMESPACES,
  type Particle,
  type SchemaModel,
  type SchemaPrefix,
  type SimpleTypeRow,
} from './schema-model.js';

/** A schema file and how to point into it. */
export interface SchemaSource {
  readonly data: CdaSchemaFile;
  report(path: readonly PropertyKey[], words: MistakeWords): void;
}

/** Children and attribute every class of CDA has (HL7 v3 infrastructure root), before its own. */
const INFRASTRUCTURE = 'realmCode cda:CS *\ntypeId cda:TypeId ?\ntemplateId cda:II *\n';
const INFRASTRUCTURE_REQUIRED = INFRASTRUCTURE.replace('TypeId ?', 'TypeId');
/** In classes of another namespace they keep the namespace of CDA. */
const INFRASTRUCTURE_ELSEWHERE = INFRASTRUCTURE.replace(/^/gm, 'cda:').replace(/cda:$/, '');

/** Puts the schema files of a pack together; mistakes are reported to the file they stand in. */
export function buildSchema(sources: readonly SchemaSource[]): SchemaModel {
  const builder = new SchemaBuilder();
  for (const source of sources) builder.add(source);
  builder.checkNames();
  return builder.model();
}

class SchemaBuilder {
  readonly #complexTypes = new Map<string, ComplexTypeRow>();
  readonly #simpleTypes = new Map<string, SimpleTypeRow>();
  readonly #groups = new Map<string, Particle>();
  readonly #attributeGroups = new Map<string, readonly AttributeRow[]>();
  readonly #uses: {
    source: SchemaSource;
    path: readonly PropertyKey[];
    kind: 'type' | 'group' | 'attributes';
    name: string;
  }[] = [];
  readonly #ownDataTypes = new Set<SchemaPrefix>();
  #root = '';

  add(source: SchemaSource): void {
    const { data } = source;
    const prefix: SchemaPrefix = isSchemaPrefix(data.namespace) ? data.namespace : 'cda';
    if (data.root !== undefined) this.#root = data.root;
    if (data.dataTypes === 'own') this.#ownDataTypes.add(prefix);
    for (const [name, row] of Object.entries(data.simpleTypes ?? {})) {
      this.#unique(source, ['simpleTypes', name], name);
      this.#simpleTypes.set(name, this.#simpleType(source, name, prefix, row));
    }
    for (const [name, text] of Object.entries(data.groups ?? {})) this.#group(source, name, text);
    for (const [name, text] of Object.entries(data.attributeGroups ?? {}))
      this.#attributeGroups.set(name, this.#attributes(source, ['attributeGroups', name], text));
    for (const section of ['types', 'classes'] as const) {
      for (const [name, row] of Object.entries(data[section] ?? {})) {
        this.#unique(source, [section, name], name);
        this.#complexTypes.set(name, this.#complexType(source, [section, name], name, prefix, row));
      }
    }
  }

  model(): SchemaModel {
    return {
      root: this.#root,
      complexTypes: this.#complexTypes,
      simpleTypes: this.#simpleTypes,
      groups: this.#groups,
      attributeGroups: this.#attributeGroups,
      ownDataTypes: this.#ownDataTypes,
    };
  }

  /** Every name used must be one that some file gives. */
  checkNames(): void {
    for (const { source, path, kind, name } of this.#uses) {
      const known =
        kind === 'type'
          ? this.#isKnownType(name)
          : kind === 'group'
            ? name === OTHER_NAMESPACES || this.#groups.has(name)
            : this.#attributeGroups.has(name);
      if (!known) source.report(path, unknown(name));
    }
  }

  #isKnownType(name: string): boolean {
    if (name.startsWith('xs:')) return true;
    const own = name.replace(/^cda:/, '');
    return this.#complexTypes.has(own) || this.#simpleTypes.has(own);
  }

  #complexType(
    source: SchemaSource,
    path: readonly PropertyKey[],
    name: string,
    prefix: SchemaPrefix,
    row: ComplexTypeFile,
  ): ComplexTypeRow {
    const isClass = path[0] === 'classes';
    const inCda = row.typeId === 'required' ? INFRASTRUCTURE_REQUIRED : INFRASTRUCTURE;
    const infrastructure = prefix === 'cda' ? inCda : INFRASTRUCTURE_ELSEWHERE;
    const inherited = isClass ? this.#children(source, path, infrastructure) : [];
    const nullFlavor = isClass ? parseAttributes('nullFlavor NullFlavor') : [];
    const from = row.extends ?? row.restricts;
    for (const used of [from, row.value]) if (used !== undefined) this.#use(source, path, 'type', used);
    return {
      name,
      prefix,
      isClass,
      open: row.open ?? false,
      abstract: row.abstract ?? false,
      mixed: row.mixed ?? false,
      ...(from !== undefined && { derives: { by: row.extends ? 'extension' : 'restriction', from } }),
      ...(row.value !== undefined && { value: row.value }),
      children: [...inherited, ...this.#children(source, [...path, 'children'], row.children ?? '')],
      attributes: [...nullFlavor, ...this.#attributes(source, [...path, 'attributes'], row.attributes ?? '')],
      without: row.without?.split(/\s+/) ?? [],
    };
  }

  #simpleType(source: SchemaSource, name: string, prefix: SchemaPrefix, row: SimpleTypeFile): SimpleTypeRow {
    const path = ['simpleTypes', name];
    const key = { name, prefix };
    if ('codes' in row) {
      const { base = 'xs:token', codes } = row;
      this.#use(source, path, 'type', base);
      return { ...key, kind: 'codes', base, codes: codes.trim().split(/\s+/) };
    }
    if ('list' in row) {
      this.#use(source, path, 'type', row.list);
      return { ...key, kind: 'list', of: row.list };
    }
    if ('union' in row) {
      const of = row.union.trim().split(/\s+/);
      for (const used of of) this.#use(source, path, 'type', used);
      return { ...key, kind: 'union', of };
    }
    const { base, pattern, minLength } = row;
    this.#use(source, path, 'type', base);
    return {
      ...key,
      kind: 'restriction',
      base,
      ...(pattern !== undefined && { pattern }),
      ...(minLength !== undefined && { minLength }),
    };
  }

  /** A group of alternatives when the text has bars, else a sequence. */
  #group(source: SchemaSource, name: string, text: string): void {
    const path = ['groups', name];
    const parts = this.#children(source, path, text.includes('|') ? `( ${text} )` : text);
    const [only] = parts;
    this.#groups.set(name, only && parts.length === 1 ? only : { kind: 'sequence', parts, min: 1, max: 1 });
  }

  #children(source: SchemaSource, path: readonly PropertyKey[], text: string): readonly Particle[] {
    try {
      const parts = parseChildren(text);
      this.#useParticles(source, path, parts);
      return parts;
    } catch (error) {
      this.#reportText(source, path, error);
      return [];
    }
  }

  #attributes(source: SchemaSource, path: readonly PropertyKey[], text: string): readonly AttributeRow[] {
    try {
      const rows = parseAttributes(text);
      for (const row of rows) {
        if (row.kind !== 'group') this.#use(source, path, 'type', row.type);
        else this.#use(source, path, 'attributes', row.name);
      }
      return rows;
    } catch (error) {
      this.#reportText(source, path, error);
      return [];
    }
  }

  #useParticles(source: SchemaSource, path: readonly PropertyKey[], parts: readonly Particle[]): void {
    for (const part of parts) {
      if (part.kind === 'element') this.#use(source, path, 'type', part.type);
      else if (part.kind === 'group') this.#use(source, path, 'group', part.name);
      else this.#useParticles(source, path, part.parts);
    }
  }

  #use(source: SchemaSource, path: readonly PropertyKey[], kind: 'type' | 'group' | 'attributes', name: string): void {
    this.#uses.push({ source, path, kind, name });
  }

  #unique(source: SchemaSource, path: readonly PropertyKey[], name: string): void {
    if (!this.#complexTypes.has(name) && !this.#simpleTypes.has(name)) return;
    source.report(path, {
      reason: { fr: `${name} est écrit deux fois`, en: `${name} is written twice` },
      remedy: { fr: 'Gardez un seul type de ce nom.', en: 'Keep one type of this name.' },
    });
  }

  #reportText(source: SchemaSource, path: readonly PropertyKey[], error: unknown): void {
    if (!(error instanceof ContentTextError)) throw error;
    source.report(path, {
      reason: {
        fr: `caractère ${error.at + 1} : « ${error.token} » est inattendu`,
        en: `character ${error.at + 1}: "${error.token}" is unexpected`,
      },
      remedy: {
        fr: 'Écrivez « nom Type » suivi de ? * + ou 2..*, « ( a A | b B ) », « @groupe » ; pour un attribut « nom Type » ou « nom = VALEUR », avec ! s’il est obligatoire.',
        en: 'Write "name Type" then ? * + or 2..*, "( a A | b B )", "@group"; for an attribute "name Type" or "name = VALUE", with ! when required.',
      },
    });
  }
}

function unknown(name: string): MistakeWords {
  return {
    reason: { fr: `type ou groupe inconnu : ${name}`, en: `unknown type or group: ${name}` },
    remedy: {
      fr: 'Corrigez le nom, ou ajoutez le type à un fichier du dossier schema.',
      en: 'Correct the name, or add the type to a file of the folder schema.',
    },
  };
}
