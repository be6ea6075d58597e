import { xmlLibrary } from '../xml-library.js';
import type { XmlNode, XmlXPath, XPathValue } from '../xml-tree.js';
import { readsTable } from './table-path.js';
import { type TablePath, withTables } from './table-values.js';

/**
 * XPath 1.0 by libxml2 with the prefixes of one schema. Expressions of the schema stay compiled; those that hold values
 * of a document are given back with it.
 */
export class XPath1Engine {
  readonly #kept = new Map<string, XmlXPath>();
  readonly #passing = new Map<string, XmlXPath>();

  /** `valuesOf` gives the values of a table as one literal; it throws when the table is not there. */
  constructor(
    private readonly namespaces: Readonly<Record<string, string>>,
    private readonly valuesOf: (path: TablePath) => string,
  ) {}

  nodes(expression: string, node: XmlNode): XmlNode[] {
    const value = node.eval(this.#compiled(expression, true));
    return Array.isArray(value) ? value : [];
  }

  test(expression: string, node: XmlNode, keep = true): boolean {
    return node.eval(this.#compiled(`boolean(${expression})`, keep)) === true;
  }

  value(expression: string, node: XmlNode, keep = true): XPathValue {
    return node.eval(this.#compiled(expression, keep));
  }

  /** Frees the expressions that held values of a document. */
  forget(): void {
    for (const xpath of this.#passing.values()) xpath.dispose();
    this.#passing.clear();
  }

  #compiled(expression: string, keep: boolean): XmlXPath {
    const known = this.#kept.get(expression) ?? this.#passing.get(expression);
    if (known) return known;
    // Prefixes are registered at each evaluation: an expression only carries those it uses.
    const used = Object.entries(this.namespaces).filter(([prefix]) => expression.includes(`${prefix}:`));
    const whole = readsTable(expression) ? withTables(expression, this.valuesOf) : expression;
    const xpath = xmlLibrary().XmlXPath.compile(whole, Object.fromEntries(used));
    if (!keep && this.#passing.size >= MOST_PASSING) this.forget();
    (keep ? this.#kept : this.#passing).set(expression, xpath);
    return xpath;
  }
}

const MOST_PASSING = 2000;
