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
  readonly #byFullUrl = new Map<string, FhirElement>();
  readonly #byTypeAndId = new Map<string, FhirElement>();

  constructor(
    readonly bundle: FhirElement | undefined,
    private readonly isResourceType: (name: string) => boolean,
  ) {
    for (const entry of bundle?.all('entry') ?? []) {
      const resource = entry.child('resource');
      if (!resource?.resourceType) continue;
      const fullUrl = entry.valueOf('fullUrl');
      if (fullUrl !== undefined && !this.#byFullUrl.has(fullUrl)) this.#byFullUrl.set(fullUrl, resource);
      const id = resource.valueOf('id');
      if (id !== undefined) this.#byTypeAndId.set(`${resource.resourceType}/${id}`, resource);
    }
  }

  /** `reference` is the Reference element (or a canonical); `container` the resource whose `contained` counts. */
  target(reference: FhirElement, container: FhirElement): ReferenceTarget {
    const literal = reference.text ?? reference.valueOf('reference');
    const told = typeName(reference.valueOf('type'));
    if (literal === undefined) return { type: told, resource: undefined, kind: 'none' };
    if (literal.startsWith('#')) {
      const id = literal.slice(1);
      const found = id === '' ? container : container.all('contained').find((each) => each.valueOf('id') === id);
      return { type: found?.resourceType ?? told, resource: found, kind: 'contained' };
    }
    const resource = this.#byFullUrl.get(literal) ?? this.#byTypeAndId.get(literal);
    if (/^urn:(?:uuid|oid):/.test(literal)) return { type: resource?.resourceType ?? told, resource, kind: 'bundle' };
    const name = LITERAL.exec(literal)?.[1];
    const type = resource?.resourceType ?? (name !== undefined && this.isResourceType(name) ? name : told);
    return { type, resource, kind: name === undefined ? 'other' : 'literal' };
  }
}

/** `Reference.type` is a name or the URL of the type. */
function typeName(type: string | undefined): string | undefined {
  return type?.replace(/^http:\/\/hl7\.org\/fhir\/StructureDefinition\//, '');
}
