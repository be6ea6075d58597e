import { pointerOf, type XmlNode, type XmlTree } from '../xml-tree.js';
import { type ContextPlan, DocumentIndex } from './context-search.js';
import { pathFrom } from './kit-path.js';
import type { KitTables } from './kit-tables.js';
import { LeafRunner } from './leaf-run.js';
import { quoted } from './literal.js';
import { MissingTable } from './missing-table.js';
import { type PlannedCheck, PlannedRule, Planner } from './rule-plan.js';
import type { Schematron, SchematronCheck } from './schematron.js';
import { BETWEEN } from './table-path.js';
import type { TablePath } from './table-values.js';
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

/** A schematron ready to run on documents; everything that does not depend on them is worked out once. */
export class SchematronRunner {
  readonly #patterns: readonly (readonly PlannedRule[])[];
  readonly #engine: XPath1Engine;

  constructor(
    readonly schematron: Schematron,
    private readonly tables: KitTables,
  ) {
    this.#engine = new XPath1Engine(schematron.namespaces, (path) => this.#tableText(path));
    const planner = new Planner(schematron.lets);
    this.#patterns = schematron.patterns.map(({ rules, id }) =>
      rules.map((rule, index) => new PlannedRule(`${schematron.name}#${id}/${index + 1}`, rule, planner)),
    );
  }

  /** Runs on one document. `index` may be shared by the schematrons that run on it. */
  run(tree: XmlTree, index: DocumentIndex = new DocumentIndex(tree)): SchematronReport {
    const run = new Run(this.schematron, this.tables, this.#engine, tree, index);
    for (const rules of this.#patterns) run.runPattern(rules);
    this.#engine.forget();
    return run;
  }

  /** All values of a table in one literal of XPath 1.0. */
  #tableText(path: TablePath): string {
    const place = pathFrom(this.schematron.folder, path.table);
    const values = place === undefined ? undefined : this.tables.values(place, path, this.schematron.namespaces);
    if (!values) throw new MissingTable(place ?? path.table);
    const text = [...values].join(BETWEEN);
    const isApart = text.split(BETWEEN).length === Math.max(values.size, 1);
    if (!isApart || text.length > LONGEST_TABLE) throw new Error('table for XPath 2');
    return values.size === 0 ? "''" : quoted(BETWEEN + text + BETWEEN);
  }
}

/** Characters of a table that may stand in an expression; larger ones are left to XPath 2. */
const LONGEST_TABLE = 500_000;

class Run implements SchematronReport {
  readonly findings: SchematronFinding[] = [];
  readonly untold: UntoldCheck[] = [];
  fired = 0;
  readonly #xpath2: XPath2Engine;
  readonly #leaves: LeafRunner;

  constructor(
    { namespaces, folder }: Schematron,
    tables: KitTables,
    private readonly engine: XPath1Engine,
    private readonly tree: XmlTree,
    private readonly index: DocumentIndex,
  ) {
    const pathOf = (written: string) => pathFrom(folder, written);
    this.#xpath2 = new XPath2Engine(tree, tables, pathOf, namespaces, engine);
    this.#leaves = new LeafRunner({ tree, tables, pathOf, namespaces, engine, xpath2: this.#xpath2 });
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
      if ('ways' in context) return this.#search1(context);
      return [...this.index.search(context.xpath2, (path, from) => this.#elements2(path, from))];
    } catch (error) {
      this.#tellUntold(id, error);
      return [];
    }
  }

  #search1({ ways, xpath2 }: Extract<ContextPlan, { ways: unknown }>): XmlNode[] {
    try {
      return [...this.index.search(ways, (path, from) => this.engine.nodes(path, from ?? this.tree.root))];
    } catch (error) {
      if (!xpath2) throw error;
      return [...this.index.search(xpath2, (path, from) => this.#elements2(path, from))];
    }
  }

  #elements2(path: string, from: XmlNode | undefined): XmlNode[] {
    return this.#xpath2.elements(path, from).flatMap((place) => this.index.elements[place] ?? []);
  }

  #runRule({ plan: { checks, allPass } }: PlannedRule, node: XmlNode | undefined): void {
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
      if (this.#leaves.holds(plan, node) === (check.kind === 'assert')) return;
    } catch (error) {
      this.#tellUntold(check.id, error);
      return;
    }
    this.findings.push({ check, node, values: values().map((value) => this.#leaves.valueOf(value, node)) });
  }

  #tellUntold(checkId: string, error: unknown): void {
    this.untold.push({ checkId, ...(error instanceof MissingTable && { missingTable: error.path }) });
  }
}
