import { isElement } from '../cda-document.js';
import { attributeOf } from '../cda-values.js';
import { readXml } from '../read-xml.js';
import { xmlLibrary } from '../xml-library.js';
import type { XmlTree } from '../xml-tree.js';
import { domLibrary } from './dom-library.js';
import { KIT_LIMITS } from './kit-limits.js';
import type { TablePath } from './table-values.js';

/** Document of slimdom, as fontoxpath takes it. */
export type DomDocument = ReturnType<typeof import('slimdom')['parseXmlDocument']>;

/** The XML files that tests read with `document()` or `doc()`, by path inside the kit. Read once, kept. */
export class KitTables {
  readonly #sets = new Map<string, ReadonlySet<string> | undefined>();
  readonly #documents = new Map<string, DomDocument | undefined>();

  /** `texts` finds files whatever the case of their paths. */
  constructor(private readonly texts: { get(path: string): string | undefined }) {}

  /** Elements of that name with their attributes, as one key each; undefined when the table is not there. */
  keys(path: string, element: string, attributes: readonly string[]): ReadonlySet<string> | undefined {
    const name = `${path} ${element} ${attributes.join(' ')}`;
    if (!this.#sets.has(name)) this.#sets.set(name, this.#read(path, element, attributes));
    return this.#sets.get(name);
  }

  #read(path: string, element: string, attributes: readonly string[]): ReadonlySet<string> | undefined {
    const tree = this.#tree(path);
    if (!tree) return undefined;
    try {
      const elements = tree.find(`//*[local-name()='${element}']`).filter(isElement);
      return new Set(elements.map((one) => keyOf(attributes.map((name) => attributeOf(one, name)))));
    } finally {
      tree.dispose();
    }
  }

  #tree(path: string): XmlTree | undefined {
    const text = this.texts.get(path);
    return text === undefined || text.trim() === '' ? undefined : readXml(Buffer.from(text), { limits: KIT_LIMITS });
  }

  readonly #values = new Map<string, ReadonlySet<string> | undefined>();

  /** The values a path gives in a table, with the prefixes of a schema; undefined when the table is not there. */
  values(
    path: string,
    { nodes, each }: Pick<TablePath, 'nodes' | 'each'>,
    namespaces: Readonly<Record<string, string>>,
  ): ReadonlySet<string> | undefined {
    const used = Object.entries(namespaces).filter(([prefix]) => nodes.includes(`${prefix}:`));
    const name = JSON.stringify([path, nodes, each, used]);
    if (!this.#values.has(name))
      this.#values.set(name, this.#valuesAt(path, { nodes, each }, Object.fromEntries(used)));
    return this.#values.get(name);
  }

  #valuesAt(
    path: string,
    { nodes, each }: Pick<TablePath, 'nodes' | 'each'>,
    namespaces: Readonly<Record<string, string>>,
  ): ReadonlySet<string> | undefined {
    const tree = this.#tree(path);
    if (!tree) return undefined;
    const { XmlXPath } = xmlLibrary();
    const [of, at] = [nodes, each ?? 'string()'].map((text) => XmlXPath.compile(text, namespaces));
    try {
      const found = of && tree.find(of);
      return new Set(found?.map((node) => (each === undefined || !at ? node.content : String(node.eval(at)))));
    } finally {
      of?.dispose();
      at?.dispose();
      tree.dispose();
    }
  }

  readonly #answers = new Map<string, Map<string, boolean | readonly string[]>>();

  /** Answers already given to an expression, by what it depends on. */
  answersTo(expression: string): Map<string, boolean | readonly string[]> {
    const known = this.#answers.get(expression) ?? new Map<string, boolean | readonly string[]>();
    this.#answers.set(expression, known);
    return known;
  }

  readonly #strings = new Map<string, string[]>();

  /** Values found in a table, evaluated once. */
  strings(key: string, evaluate: () => string[]): string[] {
    const known = this.#strings.get(key) ?? evaluate();
    this.#strings.set(key, known);
    return known;
  }

  /** The table as a document for fontoxpath. */
  document(path: string): DomDocument | undefined {
    if (!this.#documents.has(path)) {
      const text = this.texts.get(path);
      const isThere = text !== undefined && text.trim() !== '' && !/<!DOCTYPE|<!ENTITY/.test(text);
      this.#documents.set(path, isThere ? domLibrary().slimdom.parseXmlDocument(text) : undefined);
    }
    return this.#documents.get(path);
  }
}

/** One text for several values; an absent attribute equals nothing. */
export function keyOf(values: readonly (string | null | undefined)[]): string {
  return JSON.stringify(values.map((value) => value ?? null));
}
