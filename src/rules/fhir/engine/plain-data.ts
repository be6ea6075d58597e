import { type FhirElement, type JsonShape, writeFhirJson } from '../../../formats/fhir/index.js';
import type { JsonValue } from './compiled-types.js';

/** Gives parts of a document as the plain objects FHIRPath works on. */
export class PlainData {
  #roots: Map<FhirElement, JsonValue> | undefined;

  /** `shapeOf` tells how the schema wants an element written; XML does not tell it itself. */
  constructor(private readonly shapeOf: ((element: FhirElement) => JsonShape) | undefined) {}

  /** `root` is the resource the element stands in, or itself. */
  of(element: FhirElement, root: FhirElement): JsonValue | undefined {
    if (element === root || element.parent === undefined) return this.#root(element);
    const parent = this.of(element.parent, root);
    const value = isRecord(parent) ? parent[element.name] : undefined;
    if (Array.isArray(value)) return value[element.index ?? 0];
    return value;
  }

  #root(element: FhirElement): JsonValue {
    this.#roots ??= new Map();
    const before = this.#roots.get(element);
    if (before !== undefined) return before;
    const options = this.shapeOf ? { shapeOf: this.shapeOf } : {};
    const plain = JSON.parse(writeFhirJson(element, options)) as JsonValue;
    this.#roots.set(element, plain);
    return plain;
  }
}

const isRecord = (value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
