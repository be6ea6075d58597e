import { type ElementNode, type FhirElementDefinition, type FhirStructure, treeOf } from '../../../packs/index.js';
import type {
  CompiledBinding,
  CompiledChildren,
  CompiledElement,
  CompiledInvariant,
  CompiledSlicing,
  CompiledStructure,
  CompiledType,
  Expected,
  JsonValue,
  NamedChild,
} from './compiled-types.js';

/** Invariants judged by code on every element. */
const BY_CODE: ReadonlySet<string> = new Set(['ele-1', 'ext-1']);

/** Compiles a snapshot; undefined when the structure has none. */
export function compileStructure(structure: FhirStructure): CompiledStructure | undefined {
  const tree = structure.snapshot && treeOf(structure.snapshot.element);
  if (!tree) return undefined;
  const compiler = new Compiler(structure);
  const { url, name, type, kind, derivation } = structure;
  const root = compiler.element(tree, tree.name);
  return { url, name, type, kind, isProfile: derivation === 'constraint', root, byId: compiler.byId };
}

class Compiler {
  readonly byId = new Map<string, CompiledElement>();

  constructor(private readonly structure: FhirStructure) {}

  element(node: ElementNode, id: string): CompiledElement {
    const { definition } = node;
    const isChoice = node.name.endsWith('[x]');
    const values: Record<string, unknown> = { ...definition };
    const baseMax = definition.base?.max;
    const element: CompiledElement = {
      id,
      structureUrl: this.structure.url,
      constraintId: `${this.structure.url}#${id}`,
      basePath: definition.base?.path ?? definition.path,
      name: isChoice ? node.name.slice(0, -3) : node.name,
      isChoice,
      sliceName: node.slice,
      isRepeating: baseMax === undefined ? undefined : baseMax !== '1',
      min: definition.min ?? 0,
      max: definition.max === undefined || definition.max === '*' ? Number.POSITIVE_INFINITY : Number(definition.max),
      types: this.#types(node, id),
      contentReference: definition.contentReference?.slice(definition.contentReference.indexOf('#') + 1),
      children: node.children.length > 0 ? this.#children(node, id) : undefined,
      slicing: this.#slicing(node, id),
      expected: toExpected(values),
      binding: toBinding(definition),
      invariants: toInvariants(definition),
      maxLength: definition.maxLength,
      minValue: limitOf(values, 'minValue'),
      maxValue: limitOf(values, 'maxValue'),
    };
    this.byId.set(id, element);
    return element;
  }

  /** R4 tells the logical id of a resource as a string; its form is that of an id. */
  #types({ definition, name }: ElementNode, id: string): CompiledType[] {
    const types = (definition.type ?? []).map(toType);
    const isLogicalId = name === 'id' && this.structure.kind === 'resource' && id.split('.').length === 2;
    return isLogicalId ? types.map((type) => ({ ...type, code: 'id' })) : types;
  }

  #children(node: ElementNode, id: string): CompiledChildren {
    return toChildren(node.children.map((child) => this.element(child, `${id}.${child.name}`)));
  }

  #slicing(node: ElementNode, id: string): CompiledSlicing | undefined {
    const { slicing } = node.definition;
    if (node.slices.length === 0) return undefined;
    const element = node.slice === undefined ? id : id.slice(0, id.length - node.slice.length - 1);
    const slices = node.slices.map((slice) => this.element(slice, `${element}:${slice.slice}`));
    // Extensions are sliced by their URL even where the definition leaves it unsaid.
    const isExtension = node.name === 'extension' || node.name === 'modifierExtension';
    const byUrl = isExtension ? [{ type: 'value' as const, path: 'url' }] : [];
    return {
      elementId: id,
      discriminators: (slicing?.discriminator ?? byUrl).map(({ type, path }) => ({
        type: type ?? 'value',
        path: path ?? '$this',
      })),
      rules: slicing?.rules ?? 'open',
      isOrdered: slicing?.ordered ?? false,
      slices,
    };
  }
}

export function toChildren(list: readonly CompiledElement[]): CompiledChildren {
  const byName = new Map<string, NamedChild>();
  for (const [place, element] of list.entries()) {
    if (!element.isChoice) byName.set(element.name, { element, place, type: element.types[0] });
    for (const type of element.isChoice ? element.types : []) {
      byName.set(choiceName(element.name, type.code), { element, place, type });
    }
  }
  return {
    list,
    byName,
    choices: list.filter(({ isChoice }) => isChoice),
    required: list.flatMap(({ min }, place) => (min > 0 ? [place] : [])),
  };
}

export function choiceName(name: string, type: string): string {
  return name + type.charAt(0).toUpperCase() + type.slice(1);
}

const SYSTEM = 'http://hl7.org/fhirpath/System.';

function toType({
  code = '',
  profile,
  targetProfile,
  extension,
}: NonNullable<FhirElementDefinition['type']>[number]): CompiledType {
  const told = extension?.find(({ url }) => url?.endsWith('structuredefinition-fhir-type'));
  const system = code.startsWith(SYSTEM) ? code.slice(SYSTEM.length).toLowerCase() : code;
  return {
    code: told?.valueUrl ?? told?.valueUri ?? system,
    profiles: profile ?? [],
    targetProfiles: targetProfile ?? [],
  };
}

function toExpected(values: Readonly<Record<string, unknown>>): Expected | undefined {
  for (const key of Object.keys(values)) {
    const role = /^(fixed|pattern)[A-Z]/.exec(key)?.[1];
    // Read from JSON, so it is a JSON value.
    if (role !== undefined) return { isExact: role === 'fixed', value: values[key] as JsonValue };
  }
  return undefined;
}

function limitOf(values: Readonly<Record<string, unknown>>, role: 'minValue' | 'maxValue'): string | undefined {
  const key = Object.keys(values).find((each) => each.startsWith(role) && each.length > role.length);
  const value = key === undefined ? undefined : values[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function toBinding({ binding }: FhirElementDefinition): CompiledBinding | undefined {
  const { strength, valueSet } = binding ?? {};
  if (valueSet === undefined || (strength !== 'required' && strength !== 'extensible')) return undefined;
  return { strength, valueSet };
}

function toInvariants({ constraint }: FhirElementDefinition): CompiledInvariant[] {
  return (constraint ?? []).flatMap(({ key, severity, human, expression }) =>
    key === undefined || expression === undefined || BY_CODE.has(key)
      ? []
      : [{ key, severity: severity === 'warning' ? 'warning' : 'error', human: human ?? '', expression }],
  );
}
