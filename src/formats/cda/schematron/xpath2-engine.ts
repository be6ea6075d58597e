import { isElement } from '../cda-document.js';
import { attributeOf } from '../cda-values.js';
import { xmlLibrary } from '../xml-library.js';
import type { XmlElement, XmlNode, XmlTree } from '../xml-tree.js';
import { domLibrary } from './dom-library.js';
import type { DomDocument, KitTables } from './kit-tables.js';
import { MissingTable, type PathOf } from './missing-table.js';
import { resolveName } from './qualified-name.js';
import type { XPath1Engine } from './xpath1-engine.js';
import { planXPath2 } from './xpath2-plan.js';

/** Functions that fontoxpath lacks live in a namespace of ours. */
const OURS = 'urn:epreuve:kit-functions';
const OWN_FUNCTIONS: ReadonlySet<string> = new Set(
  'document doc doc-available table-strings resolve-QName QName'.split(' '),
);

type DomNode = DomDocument | NonNullable<DomDocument['documentElement']>;

/** The tables of the run in progress: the functions of fontoxpath are registered once for the process. */
let current:
  | {
      readonly tables: KitTables;
      readonly pathOf: PathOf;
      readonly strings: (path: string) => string[];
      missing?: string;
    }
  | undefined;

/** XPath 2 by fontoxpath, on a slimdom tree of the same text, made when first asked for. */
export class XPath2Engine {
  readonly #namespaces: (prefix: string) => string | null;
  #elements: readonly DomNode[] | undefined;
  #document: DomDocument | undefined;

  constructor(
    private readonly tree: XmlTree,
    private readonly tables: KitTables,
    private readonly pathOf: PathOf,
    namespaces: Readonly<Record<string, string>>,
    private readonly engine: XPath1Engine,
  ) {
    this.#namespaces = (prefix) =>
      Object.hasOwn(namespaces, prefix) ? (namespaces[prefix] ?? null) : (STANDARD[prefix] ?? null);
  }

  /** `node` undefined: the document itself. Throws whatever keeps the expression from being evaluated. */
  test(expression: string, node: XmlNode | undefined): boolean {
    return this.#remembered('test', expression, node, (text, context) =>
      domLibrary().fontoxpath.evaluateXPathToBoolean(text, context, null, null, this.#options),
    );
  }

  /** Values as strings, in order. */
  strings(expression: string, node: XmlNode | undefined): readonly string[] {
    return this.#remembered('strings', expression, node, (text, context) =>
      domLibrary().fontoxpath.evaluateXPathToStrings(`(${text}) ! string(.)`, context, null, null, this.#options),
    );
  }

  /**
   * An expression that only reads attributes is asked once for the same values: dates come again and again. It is asked of
   * an element that has them and nothing else, so that the document need not be read a second time.
   */
  #remembered<Value extends boolean | readonly string[]>(
    kind: string,
    expression: string,
    node: XmlNode | undefined,
    evaluate: (text: string, context: unknown) => Value,
  ): Value {
    const { text, reads } = planXPath2(expression);
    if (!reads || !node || !isElement(node)) return this.#run(() => evaluate(text, this.#domOf(node)));
    const read = reads.map((path) => this.#read(path, node));
    const key = `${kind} ${JSON.stringify(read)}`;
    const answers = this.tables.answersTo(`${this.pathOf('.')} ${text}`);
    const known = answers.get(key) as Value | undefined;
    if (known !== undefined) return known;
    const answer = this.#run(() => evaluate(text, elementWith(read.flat())));
    if (answers.size < MOST_ANSWERS) answers.set(key, answer);
    return answer;
  }

  /** The attributes that `@value` or `hl7:low/@value` gives; those with a prefix by their local name, in any namespace. */
  #read(path: string, node: XmlElement): ReadAttribute[] {
    if (!path.startsWith('@')) {
      const [child = '', name = ''] = path.split('/@');
      const element = child.replace(/^.*:/, '');
      const namespace = child.includes(':') ? (this.#namespaces(child.replace(/:.*$/, '')) ?? '') : '';
      return this.engine
        .nodes(path, node)
        .map(({ content: value }) => ({ child: element, childNamespace: namespace, name, value }));
    }
    const name = path.slice(1);
    if (!name.includes(':')) {
      const value = attributeOf(node, name);
      return value === undefined ? [] : [{ name, value }];
    }
    const local = name.replace(/^.*:/, '');
    return node.attrs
      .filter((attribute) => attribute.name === local)
      .map(({ namespaceUri, content }) => ({ name: local, namespace: namespaceUri, value: content }));
  }

  /** Numbers of the elements an expression finds, in document order. */
  elements(expression: string, from?: XmlNode): readonly number[] {
    const nodes = this.#run(() =>
      domLibrary().fontoxpath.evaluateXPathToNodes(expression, this.#domOf(from), null, null, this.#options),
    );
    const places = new Map(this.#all().map((element, index) => [element as unknown, index]));
    return nodes.map((node) => places.get(node)).filter((index) => index !== undefined);
  }

  get #options() {
    return {
      namespaceResolver: this.#namespaces,
      functionNameResolver: ({ prefix, localName }: { prefix: string; localName: string }, arity: number) =>
        prefix === '' && (OWN_FUNCTIONS.has(localName) || (localName === 'matches' && arity === 3))
          ? { namespaceURI: OURS, localName }
          : { namespaceURI: STANDARD[prefix === '' ? 'fn' : prefix] ?? this.#namespaces(prefix) ?? '', localName },
    };
  }

  #run<Value>(work: () => Value): Value {
    register();
    const run: NonNullable<typeof current> = {
      tables: this.tables,
      pathOf: this.pathOf,
      strings: (path) =>
        domLibrary().fontoxpath.evaluateXPathToStrings(
          `(${path}) ! string(.)`,
          this.#document ?? null,
          null,
          null,
          this.#options,
        ),
    };
    current = run;
    try {
      return work();
    } catch (error) {
      // fontoxpath wraps what its functions throw.
      throw run.missing === undefined ? error : new MissingTable(run.missing);
    } finally {
      current = undefined;
    }
  }

  #all(): readonly DomNode[] {
    if (!this.#elements) {
      const { slimdom, fontoxpath } = domLibrary();
      this.#document = slimdom.parseXmlDocument(this.tree.source.text.replace(/^\ufeff/, ''));
      this.#elements = fontoxpath.evaluateXPathToNodes<DomNode & Node>(
        '//*',
        this.#document as never,
      ) as unknown as DomNode[];
    }
    return this.#elements;
  }

  #domOf(node: XmlNode | undefined): unknown {
    const elements = this.#all();
    if (node === undefined) return this.#document;
    const { XmlAttribute, XmlElement } = xmlLibrary();
    if (node instanceof XmlElement) return elements[this.tree.indexOf(node)];
    const owner = node.parent && elements[this.tree.indexOf(node.parent)];
    if (!(node instanceof XmlAttribute) || !owner || !('getAttributeNodeNS' in owner))
      throw new Error('only elements and attributes');
    return owner.getAttributeNodeNS(node.namespaceUri || null, node.name);
  }
}

/** Answers kept of one expression. */
const MOST_ANSWERS = 500;

interface ReadAttribute {
  readonly child?: string;
  readonly childNamespace?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly value: string;
}

/** An element with these attributes, each of a child on a child of its own. */
function elementWith(attributes: readonly ReadAttribute[]): unknown {
  const { Document } = domLibrary().slimdom;
  const document = new Document();
  const element = document.createElementNS(null, 'element');
  document.appendChild(element);
  for (const { child, childNamespace, name, namespace, value } of attributes) {
    const owner = child === undefined ? element : document.createElementNS(childNamespace || null, child);
    if (owner !== element) element.appendChild(owner);
    owner.setAttributeNS(namespace || null, name, value);
  }
  return element;
}

const STANDARD: Readonly<Record<string, string>> = {
  fn: 'http://www.w3.org/2005/xpath-functions',
  xs: 'http://www.w3.org/2001/XMLSchema',
  xml: 'http://www.w3.org/XML/1998/namespace',
  math: 'http://www.w3.org/2005/xpath-functions/math',
  map: 'http://www.w3.org/2005/xpath-functions/map',
  array: 'http://www.w3.org/2005/xpath-functions/array',
};

let registered = false;

function register(): void {
  if (registered) return;
  registered = true;
  const { registerCustomXPathFunction } = domLibrary().fontoxpath;
  const ours = (localName: string) => ({ namespaceURI: OURS, localName });
  for (const name of ['document', 'doc'])
    registerCustomXPathFunction(ours(name), ['xs:string?'], 'document-node()?', (_, path: string | null) =>
      path === null ? null : tableAt(path),
    );
  registerCustomXPathFunction(ours('table-strings'), ['xs:string'], 'xs:string*', (_, path: string) =>
    current?.tables.strings(`${current.pathOf('.')} ${path}`, () => current?.strings(path) ?? []),
  );
  registerCustomXPathFunction(ours('doc-available'), ['xs:string?'], 'xs:boolean', (_, path: string | null) => {
    const place = path === null ? undefined : current?.pathOf(path);
    return place !== undefined && current?.tables.document(place) !== undefined;
  });
  registerCustomXPathFunction(
    ours('QName'),
    ['xs:string?', 'xs:string'],
    'xs:string',
    (_, uri: string | null, name: string) => `{${uri ?? ''}}${name.replace(/^.*:/, '')}`,
  );
  registerCustomXPathFunction(
    ours('resolve-QName'),
    ['xs:string?', 'element()'],
    'xs:string?',
    (_, name: string | null, element: { lookupNamespaceURI(prefix: string | null): string | null }) => {
      if (name === null) return null;
      const { uri, local } = resolveName(name, (prefix) => element.lookupNamespaceURI(prefix || null));
      return `{${uri}}${local}`;
    },
  );
  registerCustomXPathFunction(
    ours('matches'),
    ['xs:string?', 'xs:string', 'xs:string'],
    'xs:boolean',
    (_, text: string | null, pattern: string, flags: string) => {
      if (!/^[ims]*$/.test(flags)) throw new Error(`flags ${flags}`);
      return new RegExp(pattern, `u${flags}`).test(text ?? '');
    },
  );
}

function tableAt(written: string): DomDocument {
  const path = current?.pathOf(written) ?? written;
  const document = current?.tables.document(path);
  if (document) return document;
  if (current) current.missing = path;
  throw new MissingTable(path);
}
