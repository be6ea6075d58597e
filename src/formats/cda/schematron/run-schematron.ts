import { posix } from 'node:path';
import { pointerOf, type XmlNode, type XmlTree, type XPathValue } from '../xml-tree.js';
import { type ContextPlan, DocumentIndex, planContext } from './context-search.js';
import { type KitTables, keyOf } from './kit-tables.js';
import { type LeafPlan, type Plan, planTest } from './leaf-plan.js';
import { MissingTable } from './missing-table.js';
import { isLet, type Schematron, type SchematronCheck } from './schematron.js';
import { constantOf, type Expression1, inline, type Scope, withLets } from './scope.js';
import { XPath1Engine } from './xpath1-engine.js';
import { XPath2Engine } from './xpath2-engine.js';

/** A check that a document does not pass. */
export interface SchematronFinding {
  readonly check: SchematronCheck;
  /** Undefined: the document itself. */
  readonly node: XmlNode | undefined;
  /** What the selects of the message give here, in their order; undefined when no engine could say. */
  readonly values: readonly (string | undefined)[];
}

/** A check that could not be told of this document. */
export interface UntoldCheck {
  readonly checkId: string;
  /** The table that is not there; undefined: no engine could evaluate the expression. */
  readonly missingTable?: string;
}

export interface SchematronReport {
  readonly findings: readonly SchematronFinding[];
  readonly untold: readonly UntoldCheck[];
  /** Nodes that some rule looked at. */
  readonly fired: number;
}

interface PlannedCheck {
  readonly check: SchematronCheck;
  readonly plan: Plan;
  readonly values: readonly { readonly constant?: string; readonly xpath1?: Expression1; readonly xpath2: string }[];
}

interface PlannedRule {
  readonly context: ContextPlan;
  readonly id: string;
  readonly checks: readonly PlannedCheck[];
  /** One expression that is true when every check passes; undefined when they are not all for libxml2. */
  readonly allPass: string | undefined;
}

/** A schematron ready to run on documents; everything that does not depend on them is worked out once. */
export class SchematronRunner {
  readonly #patterns: readonly (readonly PlannedRule[])[];
  readonly #engine: XPath1Engine;

  constructor(
    readonly schematron: Schematron,
    private readonly tables: KitTables,
  ) {
    this.#engine = new XPath1Engine(schematron.namespaces);
    const global = schematron.lets.reduce<Scope | undefined>(
      (outer, { name, value }) => ({ name, value, global: true, outer }),
      undefined,
    );
    this.#patterns = schematron.patterns.map(({ rules, id }) =>
      rules.map(({ context, body }, index) => {
        const checks = planBody(body, global);
        return {
          context: planContext(context),
          id: `${schematron.name}#${id}/${index + 1}`,
          checks,
          allPass: allPassOf(checks),
        };
      }),
    );
  }

  /** Runs on one document. `index` may be shared by the schematrons that run on it. */
  run(tree: XmlTree, index: DocumentIndex = new DocumentIndex(tree)): SchematronReport {
    const run = new Run(this.schematron, this.tables, this.#engine, tree, index);
    for (const rules of this.#patterns) run.runPattern(rules);
    this.#engine.forget();
    return run;
  }
}

function planBody(
  body: readonly ({ name: string; value: string } | SchematronCheck)[],
  global: Scope | undefined,
): PlannedCheck[] {
  const checks: PlannedCheck[] = [];
  let scope = global;
  for (const part of body) {
    if (isLet(part)) {
      scope = { name: part.name, value: part.value, global: false, outer: scope };
      continue;
    }
    const known = scope;
    const values = part.message.flatMap((piece) => (typeof piece === 'string' ? [] : [planValue(piece.select, known)]));
    checks.push({ check: part, plan: planTest(part.test, known), values });
  }
  return checks;
}

function planValue(select: string, scope: Scope | undefined) {
  const constant = constantOf(select, scope);
  const xpath1 = constant === undefined ? inline(select, scope) : undefined;
  return { ...(constant !== undefined && { constant }), ...(xpath1 && { xpath1 }), xpath2: withLets(select, scope) };
}

/** Longest expression worth joining; libxml2 has limits of its own. */
const LONGEST_JOINED = 8000;

function allPassOf(checks: readonly PlannedCheck[]): string | undefined {
  const parts = checks.map(({ check, plan }) => {
    const only = 'xpath1' in plan && plan.xpath1.parts.length === 1 ? plan.xpath1.parts[0] : undefined;
    if (typeof only !== 'string') return undefined;
    return check.kind === 'assert' ? `boolean(${only})` : `not(${only})`;
  });
  if (parts.length < 2 || parts.some((part) => part === undefined)) return undefined;
  const joined = parts.join(' and ');
  return joined.length > LONGEST_JOINED ? undefined : joined;
}

/** A variable has several values: only XPath 2 can hold them. */
class SeveralValues extends Error {}

class Run implements SchematronReport {
  readonly findings: SchematronFinding[] = [];
  readonly untold: UntoldCheck[] = [];
  fired = 0;
  readonly #xpath2: XPath2Engine;

  constructor(
    private readonly schematron: Schematron,
    private readonly tables: KitTables,
    private readonly engine: XPath1Engine,
    private readonly tree: XmlTree,
    private readonly index: DocumentIndex,
  ) {
    this.#xpath2 = new XPath2Engine(tree, tables, (written) => this.#pathOf(written), schematron.namespaces);
  }

  /** Of the rules of a pattern, the first that matches a node is the one that speaks of it. */
  runPattern(rules: readonly PlannedRule[]): void {
    const seen = new Set<number | undefined>();
    for (const rule of rules) {
      for (const node of this.#nodesOf(rule)) {
        const key = node && pointerOf(node);
        if (seen.has(key)) continue;
        seen.add(key);
        this.fired += 1;
        this.#runRule(rule, node);
      }
    }
  }

  #nodesOf({ context, id }: PlannedRule): Iterable<XmlNode | undefined> {
    if ('document' in context) return [undefined];
    try {
      if ('ways' in context)
        return [...this.index.search(context.ways, (path, from) => this.engine.nodes(path, from ?? this.tree.root))];
      return [...this.index.search(context.xpath2, (path, from) => this.#elements2(path, from))];
    } catch (error) {
      this.#tellUntold(id, error);
      return [];
    }
  }

  #elements2(path: string, from: XmlNode | undefined): XmlNode[] {
    return this.#xpath2.elements(path, from).flatMap((place) => this.index.elements[place] ?? []);
  }

  #runRule({ checks, allPass }: PlannedRule, node: XmlNode | undefined): void {
    if (node && allPass !== undefined && this.#passesAll(allPass, node)) return;
    for (const planned of checks) this.#runCheck(planned, node);
  }

  #passesAll(expression: string, node: XmlNode): boolean {
    try {
      return this.engine.test(expression, node);
    } catch {
      // One of them is beyond libxml2: they are asked one by one.
      return false;
    }
  }

  #runCheck({ check, plan, values }: PlannedCheck, node: XmlNode | undefined): void {
    try {
      if (this.#holds(plan, node) === (check.kind === 'assert')) return;
    } catch (error) {
      this.#tellUntold(check.id, error);
      return;
    }
    this.findings.push({ check, node, values: values.map((value) => this.#valueOf(value, node)) });
  }

  #tellUntold(checkId: string, error: unknown): void {
    this.untold.push({ checkId, ...(error instanceof MissingTable && { missingTable: error.path }) });
  }

  #holds(plan: Plan, node: XmlNode | undefined): boolean {
    if ('any' in plan) return plan.any.some((one) => this.#holds(one, node));
    if ('all' in plan) return plan.all.every((one) => this.#holds(one, node));
    if ('not' in plan) return !this.#holds(plan.not, node);
    return this.#leaf(plan, node);
  }

  #leaf(plan: LeafPlan, node: XmlNode | undefined): boolean {
    if ('xpath1' in plan && (node || plan.xpath1.parts.length === 1)) {
      try {
        return node ? this.#test1(plan.xpath1, node) : this.#testDocument(plan.xpath1);
      } catch {
        // A type that XPath 1.0 does not take, or a variable of several values.
      }
    }
    if (node && 'table' in plan) return this.#isMember(plan, node);
    if (node && 'pattern' in plan) return this.#matches(plan, node);
    return this.#xpath2.test(plan.xpath2, node);
  }

  #test1({ parts }: Expression1, node: XmlNode): boolean {
    const [only] = parts;
    if (parts.length === 1 && typeof only === 'string') return this.engine.test(only, node);
    return this.engine.test(this.#filled(parts, node), node, false);
  }

  /** libxml2 is given elements: from one, the document itself is a step away. */
  #testDocument({ parts }: Expression1): boolean {
    return this.engine.test(`/self::node()[boolean(${parts.join('')})]`, this.tree.root);
  }

  #filled(parts: Expression1['parts'], node: XmlNode): string {
    return parts.map((part) => (typeof part === 'string' ? part : this.#literalOf(part, node))).join('');
  }

  /** The value of a variable at a node, written as XPath 1.0. */
  #literalOf(scope: Scope, node: XmlNode): string {
    const context = scope.global ? this.tree.root : node;
    const expression = scope.global ? undefined : inline(scope.value, scope.outer);
    if (!expression) {
      const values = this.#xpath2.strings(withLets(scope.value, scope.outer), scope.global ? undefined : node);
      return literal(values);
    }
    return literal(this.#value1(expression, context));
  }

  #isMember(plan: Extract<LeafPlan, { table: string }>, node: XmlNode): boolean {
    const path = this.#pathOf(plan.table);
    const keys =
      path === undefined
        ? undefined
        : this.tables.keys(
            path,
            plan.element,
            plan.keys.map(({ attribute }) => attribute),
          );
    if (!keys) throw new MissingTable(path ?? plan.table);
    const values = plan.keys.map(({ value }) => single(this.#value1(value, node)));
    if (values.includes(undefined)) return this.#xpath2.test(plan.xpath2, node);
    return !values.includes(null) && keys.has(keyOf(values));
  }

  #matches(plan: Extract<LeafPlan, { pattern: RegExp }>, node: XmlNode): boolean {
    const text = single(this.#value1(plan.subject, node));
    return text === undefined ? this.#xpath2.test(plan.xpath2, node) : plan.pattern.test(text ?? '');
  }

  #value1({ parts }: Expression1, node: XmlNode): XPathValue {
    return this.engine.value(this.#filled(parts, node), node, parts.length === 1);
  }

  /** Paths of `document()` start at the folder of the schema, as the compiled style sheet does. */
  #pathOf(written: string): string | undefined {
    if (/^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(written)) return undefined;
    const path = posix.normalize(posix.join(this.schematron.folder, written.replace(/\\/g, '/')));
    return path === '..' || path.startsWith('../') ? undefined : path;
  }

  #valueOf(
    { constant, xpath1, xpath2 }: PlannedCheck['values'][number],
    node: XmlNode | undefined,
  ): string | undefined {
    if (constant !== undefined) return constant;
    try {
      if (node && xpath1) {
        const value = this.#value1(xpath1, node);
        if (!Array.isArray(value)) return String(value);
        return value.map(({ content }) => content).join(' ');
      }
      return this.#xpath2.strings(xpath2, node).join(' ');
    } catch {
      return undefined;
    }
  }
}

/** The text of a value; null for no node, undefined for several. */
function single(value: XPathValue): string | null | undefined {
  if (!Array.isArray(value)) return String(value);
  const [first, second] = value;
  return second ? undefined : (first?.content ?? null);
}

function literal(value: XPathValue | readonly string[]): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '(0 div 0)' : String(value);
  if (typeof value === 'boolean') return `${value}()`;
  if (typeof value === 'string') return quoted(value);
  if (value.length > 1) throw new SeveralValues();
  const [only] = value;
  // An empty sequence equals nothing.
  if (only === undefined) return '(/..)';
  return quoted(typeof only === 'string' ? only : only.content);
}

function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  const pieces = text.split("'").map((piece) => `'${piece}'`);
  return `concat(${pieces.join(`,"'",`)})`;
}
