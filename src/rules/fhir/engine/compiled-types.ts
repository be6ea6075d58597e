/** A structure definition made ready for judging: looked up once, walked many times. */

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export interface CompiledType {
  /** `Quantity`, `Reference`, `code`, `Observation`; System types are told by their FHIR name. */
  readonly code: string;
  readonly profiles: readonly string[];
  readonly targetProfiles: readonly string[];
}

export interface CompiledInvariant {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly human: string;
  readonly expression: string;
}

export interface Expected {
  readonly isExact: boolean;
  readonly value: JsonValue;
}

export interface CompiledBinding {
  readonly strength: 'required' | 'extensible' | 'preferred';
  readonly valueSet: string;
}

export interface Discriminator {
  readonly type: 'value' | 'exists' | 'pattern' | 'type' | 'profile';
  readonly path: string;
}

export interface CompiledSlicing {
  /** Id for doubts: `Observation.component`. */
  readonly elementId: string;
  readonly discriminators: readonly Discriminator[];
  readonly rules: 'closed' | 'open' | 'openAtEnd';
  readonly isOrdered: boolean;
  readonly slices: readonly CompiledElement[];
}

export interface CompiledElement {
  /** Element id: `Observation.component:SystolicBP.code`. */
  readonly id: string;
  readonly structureUrl: string;
  /** `<structure url>#<element id>`. */
  readonly constraintId: string;
  /** Path in the base resource or type: `Observation.component`. */
  readonly basePath: string;
  /** Property name, without `[x]`. */
  readonly name: string;
  readonly isChoice: boolean;
  readonly sliceName: string | undefined;
  /** Written in an array; undefined when the definition does not tell. */
  readonly isRepeating: boolean | undefined;
  readonly min: number;
  /** Infinity for `*`. */
  readonly max: number;
  readonly types: readonly CompiledType[];
  readonly contentReference: string | undefined;
  /** Children written in the structure itself. */
  readonly children: CompiledChildren | undefined;
  readonly slicing: CompiledSlicing | undefined;
  readonly expected: Expected | undefined;
  readonly binding: CompiledBinding | undefined;
  readonly invariants: readonly CompiledInvariant[];
  readonly maxLength: number | undefined;
  readonly minValue: string | undefined;
  readonly maxValue: string | undefined;
}

export interface NamedChild {
  readonly element: CompiledElement;
  /** Position of the element in `list`. */
  readonly place: number;
  readonly type: CompiledType | undefined;
}

export interface CompiledChildren {
  readonly list: readonly CompiledElement[];
  /** Choice elements stand under each of their names: `valueQuantity`. */
  readonly byName: ReadonlyMap<string, NamedChild>;
  readonly choices: readonly CompiledElement[];
  readonly required: readonly number[];
}

export interface CompiledStructure {
  readonly url: string;
  readonly name: string;
  readonly type: string;
  readonly kind: string;
  readonly isProfile: boolean;
  readonly root: CompiledElement;
  /** By element id, for content references. */
  readonly byId: ReadonlyMap<string, CompiledElement>;
}
