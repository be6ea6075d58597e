import type { XmlDocument, XmlElement, XmlNode, XmlXPath } from 'libxml2-wasm';
import type { Excerpt, Location } from '../../core/index.js';
import type { DecodedXml } from './decode-xml.js';
import type { ElementTable, Span } from './element-table.js';
import { CDA_NAMESPACES } from './namespaces.js';
import { NodePaths } from './node-paths.js';
import { xmlLibrary } from './xml-library.js';

export type { XmlElement, XmlNode, XmlXPath } from 'libxml2-wasm';

export interface XmlTreeOptions {
  /** Where the document was carried, e.g. `OBX[1]-5` of a message: every location is then nested in it. */
  readonly within?: Location;
}

export type XPathValue = XmlNode[] | string | number | boolean;

/** Characters shown on each side of the faulty part of a long line. */
const AROUND = 100;

/**
 * Compiles an XPath 1.0 expression once; it may then be evaluated on any document. Prefixes are those of
 * CDA_NAMESPACES. Throws the library's XmlXPathError when the expression is wrong.
 */
export function compileXPath(expression: string): XmlXPath {
  // Each evaluation registers the prefixes anew, so an expression only carries those it uses.
  const used = Object.entries(CDA_NAMESPACES).filter(([prefix]) => expression.includes(`${prefix}:`));
  return xmlLibrary().XmlXPath.compile(expression, Object.fromEntries(used));
}

/** A parsed XML document whose every node has an exact place in the original bytes. */
export class XmlTree {
  readonly #paths: NodePaths;
  #count: XmlXPath | undefined;

  constructor(
    private readonly document: XmlDocument,
    readonly source: DecodedXml,
    readonly elements: ElementTable,
    private readonly options: XmlTreeOptions = {},
  ) {
    this.#paths = new NodePaths(elements);
  }

  get root(): XmlElement {
    return this.document.root;
  }

  /** For engines of this layer that work on the parsed document itself. */
  get parsed(): XmlDocument {
    return this.document;
  }

  /** Frees the memory of the tree and of every node taken from it. May be called twice. */
  dispose(): void {
    this.#count?.dispose();
    this.#count = undefined;
    this.document.dispose();
  }

  /** Evaluates XPath 1.0 with the prefixes of CDA_NAMESPACES; the context is the root element unless given. */
  evaluate(expression: string | XmlXPath, context: XmlNode = this.root): XPathValue {
    if (typeof expression !== 'string') return context.eval(expression);
    const compiled = compileXPath(expression);
    try {
      return context.eval(compiled);
    } finally {
      compiled.dispose();
    }
  }

  /** Nodes in document order; none when the expression gives something else. */
  find(expression: string | XmlXPath, context?: XmlNode): XmlNode[] {
    const value = this.evaluate(expression, context);
    return Array.isArray(value) ? value : [];
  }

  /** The value as XPath's `string()` gives it: the text of the first node, empty when there is none. */
  text(expression: string | XmlXPath, context?: XmlNode): string {
    const value = this.evaluate(expression, context);
    return Array.isArray(value) ? (value[0]?.content ?? '') : String(value);
  }

  /** The value as XPath's `boolean()` gives it. */
  test(expression: string | XmlXPath, context?: XmlNode): boolean {
    const value = this.evaluate(expression, context);
    if (Array.isArray(value)) return value.length > 0;
    return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value);
  }

  /** Place of an element (its start tag), of an attribute (name and value) or of a text (the element around it). */
  locate(node: XmlNode): Location {
    const { XmlAttribute, XmlElement } = xmlLibrary();
    if (node instanceof XmlElement) return this.locateElement(this.indexOf(node));
    const owner = node.parent ?? this.root;
    if (!(node instanceof XmlAttribute)) return this.locateElement(this.indexOf(owner));
    const name = node.prefix ? `${node.prefix}:${node.name}` : node.name;
    return this.locateElement(this.indexOf(owner), name);
  }

  /** Place of an element by its number in document order, or of one of its attributes, named as written. */
  locateElement(index: number, attribute?: string): Location {
    const path = this.#paths.pathOf(index);
    const tag = this.elements.startTag(index);
    if (attribute === undefined) return this.#location(path, tag);
    return this.#location(`${path}/@${attribute}`, this.elements.attribute(index, attribute) ?? tag);
  }

  /** Number of the element libxml2 names by a node path such as `/*` + `/*[3]`; undefined when there is none. */
  indexOfNodePath(path: string): number | undefined {
    return this.#paths.indexOfNodePath(path);
  }

  /** Human path of a node: `/ClinicalDocument/recordTarget/patientRole/id[1]`. */
  pathOf(node: XmlNode): string {
    return this.locate(node).path;
  }

  /** The line around a location of this document, cut to what a person can read. */
  excerpt(location: Location): Excerpt | undefined {
    const span = this.#spans.get(location);
    if (!span) return undefined;
    const { text, places } = this.source;
    const line = places.lineSpan(span.start);
    const from = Math.max(line.start, span.start - AROUND);
    const partEnd = Math.min(span.end, line.end, span.start + AROUND);
    const to = Math.min(line.end, partEnd + AROUND);
    const before = (from > line.start ? '…' : '') + text.slice(from, span.start).trimStart();
    const part = text.slice(span.start, Math.max(partEnd, span.start));
    const after = text.slice(Math.max(partEnd, span.start), to) + (to < line.end ? '…' : '');
    return { text: before + part + after, start: before.length, length: part.length };
  }

  readonly #spans = new WeakMap<Location, Span>();

  #location(path: string, span: Span): Location {
    const { places } = this.source;
    const location: Location = {
      format: 'xpath',
      path,
      offset: places.byteOffset(span.start),
      length: places.byteLength(span.start, span.end),
      ...places.lineAndColumn(span.start),
      ...(this.options.within && { within: this.options.within }),
    };
    this.#spans.set(location, span);
    return location;
  }

  /** Number of an element in document order, as in the table of the scan. */
  indexOf(element: XmlNode): number {
    const pointer = pointerOf(element);
    const known = pointer === undefined ? undefined : this.#numbers.get(pointer);
    if (known !== undefined) return known;
    this.#lookups += 1;
    if (this.#lookups === this.#fewLookups && pointer !== undefined) {
      for (const [index, node] of this.find('//*').entries()) this.#numbers.set(pointerOf(node) ?? 0, index);
      return this.#numbers.get(pointer) ?? 0;
    }
    const { parent } = element;
    if (!parent) return 0;
    this.#count ??= xmlLibrary().XmlXPath.compile('count(preceding-sibling::*)');
    const index = this.elements.childrenOf(this.indexOf(parent))[Number(element.eval(this.#count))] ?? 0;
    if (pointer !== undefined) this.#numbers.set(pointer, index);
    return index;
  }

  #lookups = 0;
  readonly #numbers = new Map<number, number>();

  /** Beyond this it costs less to number every element at once than to count siblings again and again. */
  get #fewLookups(): number {
    return Math.max(20, this.elements.count >> 4);
  }
}

/**
 * What tells two nodes apart inside libxml2. The wrapper makes a new object at each search and keeps this to itself;
 * without it, places are still exact, only slower to find.
 */
export function pointerOf(node: XmlNode): number | undefined {
  const pointer: unknown = Reflect.get(node, '_nodePtr');
  return typeof pointer === 'number' && pointer > 0 ? pointer : undefined;
}
