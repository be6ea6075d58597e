import type { FhirCodeSystem } from './types.js';

export interface ConceptNode {
  readonly display: string;
  readonly parents: Set<string>;
}

/** Concepts of a code system by code, with the codes right above each. */
export type ConceptTree = ReadonlyMap<string, ConceptNode>;

type Concept = NonNullable<FhirCodeSystem['concept']>[number];

const trees = new WeakMap<FhirCodeSystem, ConceptTree>();

export function conceptsOf(system: FhirCodeSystem): ConceptTree {
  const before = trees.get(system);
  if (before) return before;
  const tree = new Map<string, ConceptNode>();
  const visit = (concepts: readonly Concept[], parent: string | undefined): void => {
    for (const { code, display, concept, property } of concepts) {
      if (code === undefined) continue;
      const node = tree.get(code) ?? { display: display ?? '', parents: new Set<string>() };
      if (parent !== undefined) node.parents.add(parent);
      for (const each of property ?? []) {
        if ((each.code === 'subsumedBy' || each.code === 'parent') && each.valueCode) node.parents.add(each.valueCode);
      }
      tree.set(code, node);
      visit(concept ?? [], code);
    }
  };
  visit(system.concept ?? [], undefined);
  trees.set(system, tree);
  return tree;
}

interface Filter {
  readonly property?: string;
  readonly op?: string;
  readonly value?: string;
}

/** Codes that pass every filter; undefined when one is not understood. */
export function codesByFilter(tree: ConceptTree, filters: readonly Filter[]): string[] | undefined {
  let codes = [...tree.keys()];
  for (const filter of filters) {
    const test = testOf(tree, filter);
    if (!test) return undefined;
    codes = codes.filter(test);
  }
  return codes;
}

function testOf(tree: ConceptTree, { property, op, value = '' }: Filter): ((code: string) => boolean) | undefined {
  if (property !== 'concept' && property !== 'code') return undefined;
  switch (op) {
    case 'is-a':
      return (code) => code === value || isBelow(tree, code, value);
    case 'descendent-of':
      return (code) => isBelow(tree, code, value);
    case 'is-not-a':
      return (code) => code !== value && !isBelow(tree, code, value);
    case '=':
      return (code) => code === value;
    case 'in':
      return (code) => value.split(',').includes(code);
    case 'not-in':
      return (code) => !value.split(',').includes(code);
    default:
      return undefined;
  }
}

function isBelow(tree: ConceptTree, code: string, above: string): boolean {
  const seen = new Set([code]);
  const waiting = [code];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const parent of tree.get(next)?.parents ?? []) {
      if (parent === above) return true;
      if (!seen.has(parent)) waiting.push(parent);
      seen.add(parent);
    }
  }
  return false;
}
