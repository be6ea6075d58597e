import { xmlLibrary } from '../xml-library.js';
import type { XmlNode, XmlTree } from '../xml-tree.js';
import { domLibrary } from './dom-library.js';
import type { DomDocument, KitTables } from './kit-tables.js';
import { MissingTable, type PathOf } from './missing-table.js';

/** Functions that fontoxpath lacks live in a namespace of ours. */
const OURS = 'urn:epreuve:kit-functions';
const OWN_FUNCTIONS: ReadonlySet<string> = new Set(['document', 'doc', 'doc-available', 'resolve-QName', 'QName']);

type DomNode = DomDocument | NonNullable<DomDocument['documentElement']>;

/** The tables of the run in progress: the functions of fontoxpath are registered once for the process. */
let current: { readonly tables: KitTables; readonly pathOf: PathOf; missing?: string } | undefined;

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
  ) {
    this.#namespaces = (prefix) =>
      Object.hasOwn(namespaces, prefix) ? (namespaces[prefix] ?? null) : (STANDARD[prefix] ?? null);
  }

  /** `node` undefined: the document itself. Throws whatever keeps the expression from being evaluated. */
  test(expression: string, node: XmlNode | undefined): boolean {
    return this.#run(() =>
      domLibrary().fontoxpath.evaluateXPathToBoolean(expression, this.#domOf(node), null, null, this.#options),
    );
  }

  /** Values as strings, in order. */
  strings(expression: string, node: XmlNode | undefined): string[] {
    const each = `(${expression}) ! string(.)`;
    return this.#run(() =>
      domLibrary().fontoxpath.evaluateXPathToStrings(each, this.#domOf(node), null, null, this.#options),
    );
  }

  /** Numbers of the elements an expression finds, in document order. */
  elements(expression: string): readonly number[] {
    const nodes = this.#run(() =>
      domLibrary().fontoxpath.evaluateXPathToNodes(expression, this.#domOf(undefined), null, null, this.#options),
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
    const run: NonNullable<typeof current> = { tables: this.tables, pathOf: this.pathOf };
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
      const [, prefix, local] = /^\s*(?:([^:]*):)?(.*?)\s*$/.exec(name) ?? [];
      return `{${element.lookupNamespaceURI(prefix ?? null) ?? ''}}${local}`;
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
