import type { XmlNode, XmlTree, XPathValue } from '../xml-tree.js';
import { type KitTables, keyOf } from './kit-tables.js';
import type { LeafPlan, Plan } from './leaf-plan.js';
import { literal } from './literal.js';
import { MissingTable, type PathOf } from './missing-table.js';
import { type Expression1, inline, type Scope, withLets } from './scope.js';
import { runSequence } from './sequence-run.js';
import type { XPath1Engine } from './xpath1-engine.js';
import type { XPath2Engine } from './xpath2-engine.js';

/** What the leaves of tests are told with: one document, and the kit. */
export interface LeafSources {
  readonly tree: XmlTree;
  readonly tables: KitTables;
  readonly pathOf: PathOf;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly engine: XPath1Engine;
  readonly xpath2: XPath2Engine;
}

/** A select of a message. */
export interface PlannedValue {
  readonly constant?: string;
  readonly xpath1?: Expression1;
  readonly xpath2: string;
}

/** Tells planned tests and values of one document. Throws whatever keeps a test from being told. */
export class LeafRunner {
  constructor(readonly sources: LeafSources) {}

  /** `node` undefined: the document itself. */
  holds(plan: Plan, node: XmlNode | undefined): boolean {
    if ('any' in plan) return plan.any.some((one) => this.holds(one, node));
    if ('all' in plan) return plan.all.every((one) => this.holds(one, node));
    if ('not' in plan) return !this.holds(plan.not, node);
    return this.#leaf(plan, node);
  }

  /** What a select gives, as text; undefined when no engine could say. */
  valueOf({ constant, xpath1, xpath2 }: PlannedValue, node: XmlNode | undefined): string | undefined {
    if (constant !== undefined) return constant;
    try {
      if (node && xpath1) {
        const value = this.value1(xpath1, node);
        if (!Array.isArray(value)) return String(value);
        return value.map(({ content }) => content).join(' ');
      }
      return this.sources.xpath2.strings(xpath2, node).join(' ');
    } catch {
      return undefined;
    }
  }

  /** Value of an expression of XPath 1.0, the values of its variables in their places. */
  value1({ parts }: Expression1, node: XmlNode): XPathValue {
    return this.sources.engine.value(this.#filled(parts, node), node, parts.length === 1);
  }

  #leaf(plan: LeafPlan, node: XmlNode | undefined): boolean {
    if ('xpath1' in plan && (node || plan.xpath1.parts.length === 1)) {
      try {
        return node ? this.#test1(plan.xpath1, node) : this.#testDocument(plan.xpath1);
      } catch {
        // A type that XPath 1.0 does not take, a variable of several values, a table that is not there.
      }
    } else if (node && !('xpath1' in plan)) {
      if ('keys' in plan) return this.#isMember(plan, node);
      if ('pattern' in plan) return this.#matches(plan, node);
      const told = 'every' in plan || 'distinct' in plan || 'some' in plan || 'only' in plan || 'name' in plan;
      if (told) return runSequence(plan, node, this);
    }
    return this.sources.xpath2.test(plan.xpath2, node);
  }

  #test1({ parts }: Expression1, node: XmlNode): boolean {
    const [only] = parts;
    const { engine } = this.sources;
    if (parts.length === 1 && typeof only === 'string') return engine.test(only, node);
    return engine.test(this.#filled(parts, node), node, false);
  }

  /** libxml2 is given elements: from one, the document itself is a step away. */
  #testDocument({ parts }: Expression1): boolean {
    const { engine, tree } = this.sources;
    return engine.test(`/self::node()[boolean(${parts.join('')})]`, tree.root);
  }

  #filled(parts: Expression1['parts'], node: XmlNode): string {
    return parts.map((part) => (typeof part === 'string' ? part : this.#literalOf(part, node))).join('');
  }

  /** The value of a variable at a node, written as XPath 1.0. */
  #literalOf(scope: Scope, node: XmlNode): string {
    const { tree, xpath2 } = this.sources;
    const context = scope.global ? tree.root : node;
    const { xpath1, written } = variable(scope);
    if (!xpath1) return literal(xpath2.strings(written, scope.global ? undefined : node));
    return literal(this.value1(xpath1, context));
  }

  #isMember(plan: Extract<LeafPlan, { keys: unknown }>, node: XmlNode): boolean {
    const { pathOf, tables, xpath2 } = this.sources;
    const path = pathOf(plan.table);
    const attributes = plan.keys.map(({ attribute }) => attribute);
    const keys = path === undefined ? undefined : tables.keys(path, plan.element, attributes);
    if (!keys) throw new MissingTable(path ?? plan.table);
    const values = plan.keys.map(({ value }) => single(this.value1(value, node)));
    if (values.includes(undefined)) return xpath2.test(plan.xpath2, node);
    return !values.includes(null) && keys.has(keyOf(values));
  }

  #matches(plan: Extract<LeafPlan, { pattern: RegExp }>, node: XmlNode): boolean {
    const text = single(this.value1(plan.subject, node));
    return text === undefined ? this.sources.xpath2.test(plan.xpath2, node) : plan.pattern.test(text ?? '');
  }
}

/** Variables belong to schemas: how they are evaluated is worked out once. */
const variables = new WeakMap<Scope, { readonly xpath1: Expression1 | undefined; readonly written: string }>();

function variable(scope: Scope) {
  const known = variables.get(scope) ?? {
    xpath1: scope.global ? undefined : inline(scope.value, scope.outer),
    written: withLets(scope.value, scope.outer),
  };
  variables.set(scope, known);
  return known;
}

/** The text of a value; null for no node, undefined for several. */
export function single(value: XPathValue): string | null | undefined {
  if (!Array.isArray(value)) return String(value);
  const [first, second] = value;
  return second ? undefined : (first?.content ?? null);
}
