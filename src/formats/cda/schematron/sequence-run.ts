import { isElement } from '../cda-document.js';
import type { XmlNode } from '../xml-tree.js';
import type { LeafRunner } from './leaf-run.js';
import { MissingTable } from './missing-table.js';
import { resolveName } from './qualified-name.js';
import type { Expression1 } from './scope.js';
import type { SequencePlan, Texts } from './sequence-plan.js';
import type { TablePath } from './table-values.js';

/** The nodes are not what was planned for: XPath 2 has the last word. */
class Unplanned extends Error {}

/** Tells a plan of sequences at a node. Throws MissingTable, and whatever keeps XPath 2 from telling in its turn. */
export function runSequence(plan: SequencePlan, node: XmlNode, leaves: LeafRunner): boolean {
  try {
    return holds(plan, node, leaves);
  } catch (error) {
    if (error instanceof MissingTable) throw error;
    return leaves.sources.xpath2.test(plan.xpath2, node);
  }
}

function holds(plan: SequencePlan, node: XmlNode, leaves: LeafRunner): boolean {
  if ('every' in plan) {
    const texts = textsAt(plan.every, node, leaves);
    if (texts.length === 0) return true;
    const values = tableValues(plan.table, leaves);
    return texts.every((text) => values.has(text));
  }
  if ('distinct' in plan) {
    const texts = textsAt(plan.distinct, node, leaves);
    return new Set(texts).size === texts.length;
  }
  if ('name' in plan) return isNamed(plan, node, leaves);
  if ('only' in plan) {
    const [only, ...others] = nodesAt(plan.only, node, leaves);
    if (others.length > 0) throw new Unplanned();
    return only !== undefined && leaves.holds(plan.test, only);
  }
  const nodes = nodesAt(plan.some, node, leaves);
  if ('test' in plan) return nodes.some((one) => leaves.holds(plan.test, one));
  if (nodes.length === 0) return false;
  const [wanted] = textsAt(plan.equals, node, leaves);
  return nodes.some((one) => textOf(leaves.sources.engine.nodes(plan.joined, one), plan.separator) === wanted);
}

function textsAt(texts: Texts, node: XmlNode, leaves: LeafRunner): readonly string[] {
  if ('words' in texts) {
    const [only, ...others] = nodesAt(texts.words, node, leaves);
    if (others.length > 0) throw new Unplanned();
    return (only?.content ?? '').split(/[ \t\n\r]+/).filter((word) => word !== '');
  }
  if ('joined' in texts) return [textOf(nodesAt(texts.joined, node, leaves), texts.separator)];
  const { each } = texts;
  const nodes = nodesAt(texts.nodes, node, leaves);
  return nodes.map((one) => (each === undefined ? one.content : String(leaves.sources.engine.value(each, one))));
}

function nodesAt(expression: Expression1, node: XmlNode, leaves: LeafRunner): XmlNode[] {
  const nodes = leaves.value1(expression, node);
  if (!Array.isArray(nodes)) throw new Unplanned();
  return nodes;
}

function textOf(nodes: readonly XmlNode[], separator: string): string {
  return nodes.map(({ content }) => content).join(separator);
}

function tableValues(path: TablePath, { sources }: LeafRunner): ReadonlySet<string> {
  const place = sources.pathOf(path.table);
  const values = place === undefined ? undefined : sources.tables.values(place, path, sources.namespaces);
  if (!values) throw new MissingTable(place ?? path.table);
  return values;
}

/** A name without a prefix is in the default namespace of the element, as `resolve-QName` has it. */
function isNamed(plan: Extract<SequencePlan, { name: unknown }>, node: XmlNode, leaves: LeafRunner): boolean {
  const [only] = nodesAt(plan.name, node, leaves);
  if (!only) return false;
  if (!isElement(node)) throw new Unplanned();
  const { uri, local } = resolveName(only.content, (prefix) => node.namespaces[prefix]);
  return local === plan.local && uri === plan.uri;
}
