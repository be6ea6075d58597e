import {
  type AttributeRow,
  type ComplexTypeRow,
  type Occurs,
  OTHER_NAMESPACES,
  type Particle,
  SCHEMA_NAMESPACES,
  type SchemaModel,
  type SchemaPrefix,
  type SimpleTypeRow,
} from './schema-model.js';

/** XSD texts by file name: one per namespace; `cda.xsd` imports the others by their names. */
export type XsdFiles = Readonly<Record<string, string>>;

export const MAIN_XSD = 'cda.xsd';

/** Writes the XSD 1.0 files of a model. Same model, same text. */
export function writeXsd(model: SchemaModel): XsdFiles {
  const writer = new XsdWriter(model);
  const prefixes = Object.keys(SCHEMA_NAMESPACES) as SchemaPrefix[];
  return Object.fromEntries(prefixes.map((prefix) => [`${prefix}.xsd`, writer.file(prefix)]));
}

class XsdWriter {
  /** Global elements that classes of other namespaces use, by prefix then name. */
  readonly #extensions = new Map<SchemaPrefix, Map<string, string>>();

  #file: SchemaPrefix = 'cda';
  #copied: ReadonlySet<string> = new Set();

  constructor(private readonly model: SchemaModel) {
    for (const type of model.complexTypes.values()) this.#collect(type.children, type.prefix);
    for (const group of model.groups.values()) this.#collect([group], 'cda');
  }

  #collect(parts: readonly Particle[], prefix: SchemaPrefix): void {
    for (const part of parts) {
      if (part.kind === 'sequence' || part.kind === 'choice') this.#collect(part.parts, prefix);
      if (part.kind !== 'element' || part.prefix === undefined || part.prefix === prefix) continue;
      const elements = this.#extensions.get(part.prefix) ?? new Map<string, string>();
      this.#extensions.set(part.prefix, elements.set(part.name, part.type));
    }
  }

  /** Data types of CDA that types of this namespace use, directly or not; none where they keep the CDA namespace. */
  #copies(prefix: SchemaPrefix): ComplexTypeRow[] {
    const copies = new Map<string, ComplexTypeRow>();
    const visit = (row: ComplexTypeRow): void => {
      for (const name of [row.derives?.from, ...typesOf(row.children)]) {
        const used = name === undefined ? undefined : this.model.complexTypes.get(name);
        if (used?.prefix !== 'cda' || used.isClass || copies.has(used.name)) continue;
        copies.set(used.name, used);
        visit(used);
      }
    };
    if (!this.model.ownDataTypes.has(prefix)) return [];
    for (const row of this.model.complexTypes.values()) if (row.prefix === prefix) visit(row);
    for (const name of this.#extensions.get(prefix)?.values() ?? []) {
      const used = this.model.complexTypes.get(name);
      if (!used || used.isClass || copies.has(name)) continue;
      if (used.prefix === 'cda') copies.set(name, used);
      visit(used);
    }
    return [...copies.values()];
  }

  file(prefix: SchemaPrefix): string {
    const copies = this.#copies(prefix);
    this.#file = prefix;
    this.#copied = new Set(copies.map(({ name }) => name));
    const others = (Object.keys(SCHEMA_NAMESPACES) as SchemaPrefix[]).filter((other) => other !== prefix);
    const own = <Row extends { readonly prefix: SchemaPrefix }>(rows: ReadonlyMap<string, Row>) =>
      [...rows.values()].filter((row) => row.prefix === prefix);
    const elements = [...(this.#extensions.get(prefix) ?? [])];
    if (prefix === 'cda') elements.unshift([this.model.root, this.model.root]);
    const declarations = Object.entries(SCHEMA_NAMESPACES).map(([each, uri]) => ` xmlns:${each}="${uri}"`);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<!-- Generated from the files under schema/ of the pack. Do not edit. -->',
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${SCHEMA_NAMESPACES[prefix]}" elementFormDefault="qualified"${declarations.join('')}>`,
      ...others.map((other) => `<xs:import namespace="${SCHEMA_NAMESPACES[other]}" schemaLocation="${other}.xsd"/>`),
      ...elements.map(([name, type]) => `<xs:element name="${name}" type="${this.#typeName(type)}"/>`),
      ...own(this.model.simpleTypes).map((row) => this.#simpleType(row)),
      ...[...copies.map((row) => ({ ...row, prefix })), ...own(this.model.complexTypes)].map((row) =>
        this.#complexType(row),
      ),
      '</xs:schema>',
      '',
    ].join('\n');
  }

  /** Built-in types keep their `xs:`; ours get the prefix of the namespace they stand in, as seen from this file. */
  #typeName(name: string): string {
    if (name.startsWith('xs:') || name.startsWith('cda:')) return name;
    if (this.#copied.has(name)) return `${this.#file}:${name}`;
    const prefix = (this.model.complexTypes.get(name) ?? this.model.simpleTypes.get(name))?.prefix ?? 'cda';
    return `${prefix}:${name}`;
  }

  #simpleType(row: SimpleTypeRow): string {
    return `<xs:simpleType name="${row.name}">${this.#simpleContent(row)}</xs:simpleType>`;
  }

  #simpleContent(row: SimpleTypeRow): string {
    if (row.kind === 'list') return `<xs:list itemType="${this.#typeName(row.of)}"/>`;
    if (row.kind === 'union')
      return `<xs:union memberTypes="${row.of.map((name) => this.#typeName(name)).join(' ')}"/>`;
    if (row.kind === 'codes') return this.#enumeration(row.base, row.codes);
    const facets = [
      ...(row.pattern === undefined ? [] : [`<xs:pattern value="${escapeXml(row.pattern)}"/>`]),
      ...(row.minLength === undefined ? [] : [`<xs:minLength value="${row.minLength}"/>`]),
    ];
    return `<xs:restriction base="${this.#typeName(row.base)}">${facets.join('')}</xs:restriction>`;
  }

  #complexType(row: ComplexTypeRow): string {
    const flags = `${row.abstract ? ' abstract="true"' : ''}${row.mixed ? ' mixed="true"' : ''}`;
    return `<xs:complexType name="${row.name}"${flags}>${this.#content(row)}</xs:complexType>`;
  }

  #content(row: ComplexTypeRow): string {
    if (row.open) return OPEN;
    const attributes = row.attributes.map((attribute) => this.#attribute(attribute)).join('');
    const prohibited = row.without.map((name) => `<xs:attribute name="${name}" use="prohibited"/>`).join('');
    if (row.value !== undefined)
      return `<xs:simpleContent><xs:extension base="${this.#typeName(row.value)}">${attributes}</xs:extension></xs:simpleContent>`;
    const parts = row.children.map((part) => this.#particle(part, row.prefix)).join('');
    const body = (parts === '' ? '' : `<xs:sequence>${parts}</xs:sequence>`) + attributes + prohibited;
    if (!row.derives) return body;
    const { by, from } = row.derives;
    return `<xs:complexContent><xs:${by} base="${this.#typeName(from)}">${body}</xs:${by}></xs:complexContent>`;
  }

  #particle(part: Particle, prefix: SchemaPrefix): string {
    if (part.kind === 'group') return this.#group(part, prefix);
    if (part.kind === 'element') {
      const isForeign = part.prefix !== undefined && part.prefix !== prefix;
      return isForeign
        ? `<xs:element ref="${part.prefix}:${part.name}"${occurs(part)}/>`
        : `<xs:element name="${part.name}" type="${this.#typeName(part.type)}"${occurs(part)}/>`;
    }
    const parts = part.parts.map((each) => this.#particle(each, prefix)).join('');
    return `<xs:${part.kind}${occurs(part)}>${parts}</xs:${part.kind}>`;
  }

  /** Written out where it is used: one level less for whoever reads an error of the engine. */
  #group(part: Extract<Particle, { kind: 'group' }>, prefix: SchemaPrefix): string {
    if (part.name === OTHER_NAMESPACES) return `<xs:any namespace="##other" processContents="skip"${occurs(part)}/>`;
    const group = this.model.groups.get(part.name);
    return group ? this.#particle({ ...group, min: part.min, max: part.max }, prefix) : '';
  }

  #attribute(row: AttributeRow): string {
    if (row.kind === 'group')
      return (this.model.attributeGroups.get(row.name) ?? []).map((each) => this.#attribute(each)).join('');
    const use = row.required ? ' use="required"' : '';
    if (row.kind === 'attribute') return `<xs:attribute name="${row.name}" type="${this.#typeName(row.type)}"${use}/>`;
    // A list of one code rather than `fixed`: nothing is ever supplied in place of what the document leaves out.
    return `<xs:attribute name="${row.name}"${use}><xs:simpleType>${this.#enumeration(row.type, [row.value])}</xs:simpleType></xs:attribute>`;
  }

  #enumeration(base: string, codes: readonly string[]): string {
    const values = [...new Set(codes)].map((code) => `<xs:enumeration value="${escapeXml(code)}"/>`).join('');
    return `<xs:restriction base="${this.#typeName(base)}">${values}</xs:restriction>`;
  }
}

const OPEN =
  '<xs:sequence><xs:any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>' +
  '<xs:anyAttribute namespace="##any" processContents="lax"/>';

function* typesOf(parts: readonly Particle[]): Generator<string> {
  for (const part of parts) {
    if (part.kind === 'element') yield part.type;
    else if (part.kind !== 'group') yield* typesOf(part.parts);
  }
}

function occurs({ min, max }: Occurs): string {
  return `${min === 1 ? '' : ` minOccurs="${min}"`}${max === 1 ? '' : ` maxOccurs="${max ?? 'unbounded'}"`}`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
