/** What stood in the document: JSON's own kinds, or the text of an XML attribute. */
export type FhirValueKind = 'object' | 'string' | 'number' | 'boolean' | 'null' | 'array' | 'text' | 'xhtml' | 'absent';

const NONE: readonly FhirElement[] = [];

/**
 * One element of a FHIR document, the same for JSON and XML. Items of a JSON array are siblings of the same name with
 * an `index`. `_birthDate` of JSON is folded into `birthDate`: the element then has a value and children.
 */
export class FhirElement {
  /** `id`, `extension`, parts; for an object, its properties in the order of the document. */
  children: readonly FhirElement[] = NONE;
  /** Type of the resource when this element is one. */
  resourceType: string | undefined = undefined;
  /** Position in the array it stands in; undefined outside an array (or alone of its name in XML). */
  index: number | undefined = undefined;
  /** Characters `[start, end)` of the document's text: the value in JSON, the whole tag in XML. */
  end = 0;

  constructor(
    /** Name as written (`valueQuantity`); empty for the root. */
    readonly name: string,
    public parent: FhirElement | undefined,
    readonly kind: FhirValueKind,
    /** Lexical value of a primitive: the decoded text, or a number as it was written. Undefined when it has none. */
    readonly text: string | undefined,
    readonly start: number,
  ) {}

  /** First child of that name. */
  child(name: string): FhirElement | undefined {
    for (const child of this.children) if (child.name === name) return child;
    return undefined;
  }

  /** Every child of that name, in order. */
  all(name: string): readonly FhirElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** Lexical value of the first child of that name. */
  valueOf(name: string): string | undefined {
    return this.child(name)?.text;
  }

  /** Children whose name starts with a choice element's name: `value` finds `valueQuantity`. */
  choice(name: string): FhirElement | undefined {
    return this.children.find((child) => isChoiceOf(child.name, name));
  }

  /** `Bundle.entry[0].resource.code`, from the root of the document. */
  get path(): string {
    return this.pathFrom(undefined);
  }

  /** The same, from a resource inside the document: `Observation.code`. */
  pathFrom(origin: FhirElement | undefined): string {
    if (this.parent === undefined || this === origin) return this.resourceType ?? (this.name || '$this');
    const step = this.index === undefined ? this.name : `${this.name}[${this.index}]`;
    return `${this.parent.pathFrom(origin)}.${step}`;
  }

  /** Every element below, itself left out. */
  *descendants(): Generator<FhirElement> {
    for (const child of this.children) {
      yield child;
      yield* child.descendants();
    }
  }
}

/** `valueQuantity` is a choice of `value`; `values` and `value` are not. */
export function isChoiceOf(name: string, base: string): boolean {
  if (name.length <= base.length || !name.startsWith(base)) return false;
  const code = name.charCodeAt(base.length);
  return code >= 65 && code <= 90;
}
