import type { FhirElementDefinition } from '../types.js';

/** An element definition with its parts and slices: the snapshot as a tree. */
export interface ElementNode {
  /** Last step of the path: `coding`, `value[x]`; the type for the root. */
  name: string;
  /** Name of the slice this node is; undefined for the element itself. */
  slice: string | undefined;
  definition: FhirElementDefinition;
  children: ElementNode[];
  slices: ElementNode[];
}

/** One step of an element id: `component:SystolicBP`. */
export interface IdStep {
  readonly name: string;
  readonly slice: string | undefined;
}

/** Splits `Observation.component:SystolicBP.value[x]`. A slice name may hold dots only in square brackets. */
export function stepsOf(id: string): IdStep[] {
  return id.split('.').map((step) => {
    const colon = step.indexOf(':');
    return colon < 0 ? { name: step, slice: undefined } : { name: step.slice(0, colon), slice: step.slice(colon + 1) };
  });
}

/**
 * Ids of a list of elements, worked out from paths and slice names where they are not written. The order of elements
 * tells to which slice a deeper path belongs.
 */
export function idsOf(elements: readonly FhirElementDefinition[]): string[] {
  let stack: { path: string; id: string }[] = [];
  return elements.map((element) => {
    if (element.id?.includes('.') || !element.path.includes('.')) {
      const id = element.id ?? element.path;
      stack = [...stack.filter(({ path }) => element.path.startsWith(`${path}.`)), { path: element.path, id }];
      return id;
    }
    const parents = stack.filter(({ path }) => element.path.startsWith(`${path}.`));
    const parent = parents.at(-1);
    const own = element.sliceName === undefined ? '' : `:${element.sliceName}`;
    const id = parent ? `${parent.id}${element.path.slice(parent.path.length)}${own}` : `${element.path}${own}`;
    stack = [...parents, { path: element.path, id }];
    return id;
  });
}

/** The tree of a snapshot. Elements are copied one level deep, so that the tree may be changed. */
export function treeOf(elements: readonly FhirElementDefinition[]): ElementNode | undefined {
  const ids = idsOf(elements);
  const nodes = new Map<string, ElementNode>();
  let root: ElementNode | undefined;
  for (const [index, element] of elements.entries()) {
    const id = ids[index] ?? element.path;
    const steps = stepsOf(id);
    const last = steps.at(-1);
    if (!last) continue;
    const node: ElementNode = { ...last, definition: { ...element }, children: [], slices: [] };
    nodes.set(id, node);
    if (steps.length === 1) root ??= node;
    else if (last.slice === undefined) nodes.get(id.slice(0, id.lastIndexOf('.')))?.children.push(node);
    else sliceParent(nodes, id, last.slice)?.slices.push(node);
  }
  return root;
}

/** Slice `A/B` hangs under slice `A`, any other under its element. */
function sliceParent(nodes: ReadonlyMap<string, ElementNode>, id: string, slice: string): ElementNode | undefined {
  const element = id.slice(0, id.length - slice.length - 1);
  const slash = slice.lastIndexOf('/');
  return (slash > 0 ? nodes.get(`${element}:${slice.slice(0, slash)}`) : undefined) ?? nodes.get(element);
}

export function cloneNode(node: ElementNode): ElementNode {
  return {
    ...node,
    definition: { ...node.definition },
    children: node.children.map(cloneNode),
    slices: node.slices.map(cloneNode),
  };
}

/** Elements of the tree in snapshot order, with ids and paths worked out anew. Stops at `limit`. */
export function flatten(root: ElementNode, limit: number): FhirElementDefinition[] {
  const elements: FhirElementDefinition[] = [];
  const visit = (node: ElementNode, id: string, path: string): void => {
    if (elements.length >= limit) return;
    elements.push({ ...node.definition, id, path, ...(node.slice !== undefined && { sliceName: node.slice }) });
    for (const child of node.children) visit(child, `${id}.${child.name}`, `${path}.${child.name}`);
    const element = node.slice === undefined ? id : id.slice(0, id.length - node.slice.length - 1);
    for (const slice of node.slices) visit(slice, `${element}:${slice.slice}`, path);
  };
  visit(root, root.name, root.name);
  return elements;
}
