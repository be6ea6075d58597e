import { cutVersion, type FhirDefinitions, type FhirElementDefinition, type FhirStructure } from '../types.js';
import { cloneNode, type ElementNode, flatten, type IdStep, idsOf, stepsOf, treeOf } from './element-tree.js';
import { mergeElement } from './merge-element.js';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
/** Far above any real profile. */
const MAX_ELEMENTS = 20_000;

/**
 * Makes the snapshot of a profile from its differential and its base. Ids, paths, slices, content references and types
 * are opened as far as the differential goes into them. `missing` names a canonical that is not at hand, or an element
 * of the differential that the base does not have.
 */
export function generateSnapshot(
  structure: FhirStructure,
  definitions: FhirDefinitions,
): FhirStructure | { readonly missing: string } {
  const baseUrl = structure.baseDefinition;
  if (baseUrl === undefined) return { missing: 'baseDefinition' };
  const base = definitions.structure(baseUrl);
  const root = base?.snapshot && treeOf(base.snapshot.element);
  if (!root) return { missing: cutVersion(baseUrl) };
  const builder = new SnapshotBuilder(root, definitions);
  const changes = structure.differential?.element ?? [];
  const ids = idsOf(changes);
  for (const [index, change] of changes.entries()) {
    const missing = builder.apply(ids[index] ?? change.path, change);
    if (missing !== undefined) return { missing };
  }
  return { ...structure, snapshot: { element: flatten(root, MAX_ELEMENTS) } };
}

type ElementTypes = NonNullable<FhirElementDefinition['type']>;

interface Closing {
  readonly allowed: ElementTypes;
  readonly named: ElementTypes;
}

class SnapshotBuilder {
  /** Choices closed by short names, with the types named. */
  readonly #closed = new Map<ElementNode, Closing>();

  constructor(
    private readonly root: ElementNode,
    private readonly definitions: FhirDefinitions,
  ) {}

  /** Applies one element of the differential; gives what was missing, when something was. */
  apply(id: string, change: FhirElementDefinition): string | undefined {
    const [, ...steps] = stepsOf(id);
    let node = this.root;
    for (const step of steps) {
      const next = this.#step(node, step);
      if (typeof next === 'string') return `${id} (${next})`;
      node = next;
    }
    node.definition = mergeElement(node.definition, change);
    // A slice's own type or profile says anew what lies inside it.
    if (change.type && node.children.length > 0 && changesType(change)) node.children = [];
    return undefined;
  }

  #step(parent: ElementNode, { name, slice }: IdStep): ElementNode | string {
    const missing = this.#open(parent);
    if (missing !== undefined) return missing;
    const child = parent.children.find((each) => each.name === name);
    if (child) return slice === undefined ? child : sliceOf(child, slice);
    return this.#shortChoice(parent, name) ?? name;
  }

  /**
   * `valueQuantity` in a differential means the slice of that type of `value[x]`. Written so without a slicing of its
   * own, it closes the choice to the types named that way, as the publisher of R4 does for the vital signs.
   */
  #shortChoice(parent: ElementNode, name: string): ElementNode | undefined {
    const choice = parent.children.find((each) => each.name.endsWith('[x]') && isShort(name, each.name));
    if (!choice) return undefined;
    const closing = this.#closed.get(choice) ?? this.#startClosing(choice);
    if (!closing) return sliceOf(choice, name);
    choice.definition = { ...choice.definition, type: [...closing.allowed] };
    const slice = sliceOf(choice, name);
    for (const type of slice.definition.type ?? []) if (!closing.named.includes(type)) closing.named.push(type);
    choice.definition = { ...choice.definition, type: [...closing.named] };
    return slice;
  }

  /** Undefined when the choice has a slicing already, which says itself whether it is closed. */
  #startClosing(choice: ElementNode): Closing | undefined {
    if (choice.definition.slicing) return undefined;
    const closing: Closing = { allowed: choice.definition.type ?? [], named: [] };
    const discriminator = [{ type: 'type' as const, path: '$this' }];
    choice.definition = { ...choice.definition, slicing: { discriminator, ordered: false, rules: 'closed' } };
    this.#closed.set(choice, closing);
    return closing;
  }

  /** Gives a node the children of its type, when nothing lies inside it yet. */
  #open(node: ElementNode): string | undefined {
    if (node.children.length > 0) return undefined;
    const { contentReference, type } = node.definition;
    const source = contentReference === undefined ? this.#typeTree(type) : this.#referenced(contentReference);
    if (typeof source === 'string') return source;
    node.children = source.children.map(cloneNode);
    if (contentReference !== undefined) {
      node.definition = { ...node.definition, ...(source.definition.type && { type: source.definition.type }) };
      delete node.definition.contentReference;
    }
    return undefined;
  }

  #typeTree(types: FhirElementDefinition['type']): ElementNode | string {
    const [type] = types ?? [];
    if (!type || types?.length !== 1) return 'type';
    const url = type.profile?.length === 1 && type.profile[0] ? type.profile[0] : typeUrl(type.code ?? '');
    const elements = this.definitions.structure(url)?.snapshot?.element;
    return (elements && treeOf(elements)) ?? cutVersion(url);
  }

  #referenced(reference: string): ElementNode | string {
    let node: ElementNode | undefined = this.root;
    for (const { name } of stepsOf(reference.slice(reference.indexOf('#') + 1)).slice(1)) {
      node = node?.children.find((each) => each.name === name);
    }
    return node ?? reference;
  }
}

/** Canonical URL of a data type or resource; a type of a logical model is its own URL. */
function typeUrl(code: string): string {
  return code.includes(':') ? code : CORE + code;
}

function changesType({ type }: FhirElementDefinition): boolean {
  return (type ?? []).some(({ profile }) => profile !== undefined && profile.length > 0);
}

function isShort(name: string, choice: string): boolean {
  const base = choice.slice(0, -3);
  return name.startsWith(base) && /^[A-Z]/.test(name.slice(base.length));
}

/** The slice of that name, made from its element (or from slice `A` for `A/B`) when it is new. */
function sliceOf(element: ElementNode, slice: string): ElementNode {
  const slash = slice.lastIndexOf('/');
  const parent = slash > 0 ? sliceOf(element, slice.slice(0, slash)) : element;
  const before = parent.slices.find((each) => each.slice === slice);
  if (before) return before;
  const made = cloneNode(parent);
  made.slice = slice;
  made.slices = [];
  made.definition = { ...parent.definition, min: 0 };
  delete made.definition.slicing;
  if (element.name.endsWith('[x]')) sliceByType(element, made, slice);
  parent.slices.push(made);
  return made;
}

/** A slice of a choice element is the one type its name ends with. */
function sliceByType(element: ElementNode, made: ElementNode, slice: string): void {
  const base = element.name.slice(0, -3);
  const wanted = slice.startsWith(base) ? slice.slice(base.length).toLowerCase() : undefined;
  const type = made.definition.type?.filter(({ code }) => code?.toLowerCase() === wanted);
  if (!type || type.length === 0) return;
  made.definition = { ...made.definition, type };
  element.definition = {
    ...element.definition,
    slicing: element.definition.slicing ?? {
      discriminator: [{ type: 'type', path: '$this' }],
      ordered: false,
      rules: 'open',
    },
  };
}
