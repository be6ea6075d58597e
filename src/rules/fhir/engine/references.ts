import type { FhirElement } from '../../../formats/fhir/index.js';

/** `Patient/123`, `https://server/fhir/Patient/123/_history/1`. */
const LITERAL = /(?:^|\/)([A-Z][A-Za-z]{1,40})\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;

export interface ReferenceTarget {
  /** Resource type it points at, when it can be told. */
  readonly type: string | undefined;
  /** The resource itself, when it is in the document. */
  readonly resource: FhirElement | undefined;
  /** `contained` and `bundle` targets must be in the document: it is a fault when they are not. */
  readonly kind: 'contained' | 'bundle' | 'literal' | 'other' | 'none';
}

/** Resolves references inside one document. */
export class References {
  constructor(
    readonly bundle: FhirElement | undefined,
    private readonly isResourceType: (name: string) => boolean,
  ) {}

  /** `reference` is the Reference element (or a canonical); `container` the resource whose `contained` counts. */
  target(reference: FhirElement, container: FhirElement): ReferenceTarget {
    const literal = reference.text ?? reference.valueOf('reference');
    const told = typeName(reference.valueOf('type'));
    if (literal === undefined) return { type: told, resource: undefined, kind: 'none' };
    if (literal.startsWith('#')) {
      const id = literal.slice(1);
      const found = id === '' ? container : containedById(container).get(id);
      return { type: found?.resourceType ?? told, resource: found, kind: 'contained' };
    }
    const resource = this.#entry(literal);
    if (/^urn:(?:uuid|oid):/.test(literal)) return { type: resource?.resourceType ?? told, resource, kind: 'bundle' };
    const name = LITERAL.exec(literal)?.[1];
    const type = resource?.resourceType ?? (name !== undefined && this.isResourceType(name) ? name : told);
    return { type, resource, kind: name === undefined ? 'other' : 'literal' };
  }

  #entry(literal: string): FhirElement | undefined {
    if (!this.bundle) return undefined;
    let index = entryIndexes.get(this.bundle);
    if (!index) {
      index = indexEntries(this.bundle);
      entryIndexes.set(this.bundle, index);
    }
    return index.get(literal);
  }
}

type EntryIndex = ReadonlyMap<string, FhirElement>;

/** Kept by Bundle and by container: entries are judged one by one, and references are many. */
const entryIndexes = new WeakMap<FhirElement, EntryIndex>();
const containedIndexes = new WeakMap<FhirElement, EntryIndex>();

function containedById(container: FhirElement): EntryIndex {
  let index = containedIndexes.get(container);
  if (!index) {
    const named = container.all('contained').flatMap((each) => {
      const id = each.valueOf('id');
      return id === undefined ? [] : [[id, each] as const];
    });
    // The first of two with the same id is the one meant.
    index = new Map(named.reverse());
    containedIndexes.set(container, index);
  }
  return index;
}

/** Resources of a Bundle by `fullUrl`, and by `Type/id`. */
function indexEntries(bundle: FhirElement): EntryIndex {
  const index = new Map<string, FhirElement>();
  for (const entry of bundle.all('entry')) {
    const resource = entry.child('resource');
    if (!resource?.resourceType) continue;
    const names = [entry.valueOf('fullUrl'), `${resource.resourceType}/${resource.valueOf('id') ?? ''}`];
    for (const name of names) if (name !== undefined && !index.has(name)) index.set(name, resource);
  }
  return index;
}

/** `Reference.type` is a name or the URL of the type. */
function typeName(type: string | undefined): string | undefined {
  return type?.replace(/^http:\/\/hl7\.org\/fhir\/StructureDefinition\//, '');
}
