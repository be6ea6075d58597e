import type { Component, Element, Field, Hl7v2Message, Repetition, Segment } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Profile } from '../../../packs/index.js';
import { type ElementPlan, isCodedType, rowsOf, type SegmentPlan, type TypePlan } from './rows.js';

/** An element that holds a value, with the row that speaks of it. */
export interface Visit<Part extends Element = Element> {
  readonly element: Part;
  readonly plan: ElementPlan;
}

/** A value that cannot be split further. `type` is what OBX-2 says for OBX-5, else that of the row. */
export interface LeafVisit extends Visit {
  readonly type: TypePlan;
}

/** An element of a composite type: its components or sub-components are judged by the rows of the type. */
export interface CompositeVisit {
  readonly element: Repetition | Component;
  readonly type: TypePlan;
  /** False where a coded rule judges the component this element is, and with it what must stand inside. */
  readonly isJudged: boolean;
}

/** What stands in a message, as the generic rules need it; found in one pass and shared by all of them. */
export interface Walk {
  readonly segments: readonly { readonly segment: Segment; readonly plan: SegmentPlan }[];
  /** Fields with a value and a row. */
  readonly fields: readonly Visit<Field>[];
  readonly composites: readonly CompositeVisit[];
  /** Components and sub-components with a value. */
  readonly components: readonly Visit[];
  /** Elements of a primitive type with a value that is not `""`. */
  readonly leaves: readonly LeafVisit[];
  /** Elements bound to a table that is judged, pointed at the code itself. */
  readonly codes: readonly Visit[];
}

/** A dozen rules walk the same message one after the other: the last walk is kept (see rememberLast). */
let last: { readonly message: Hl7v2Message; readonly profile: Hl7v2Profile; readonly walk: Walk } | undefined;

export function walkOf(message: Hl7v2Message, profile: Hl7v2Profile): Walk {
  if (last?.message !== message || last.profile !== profile) {
    last = { message, profile, walk: new Walker(message, profile) };
  }
  return last.walk;
}

class Walker implements Walk {
  readonly segments: { segment: Segment; plan: SegmentPlan }[] = [];
  readonly fields: Visit<Field>[] = [];
  readonly composites: CompositeVisit[] = [];
  readonly components: Visit[] = [];
  readonly leaves: LeafVisit[] = [];
  readonly codes: Visit[] = [];
  readonly #types: ReadonlyMap<string, TypePlan>;

  constructor(message: Hl7v2Message, profile: Hl7v2Profile) {
    const { segments, types } = rowsOf(profile);
    this.#types = types;
    for (const segment of message.segments) {
      const plan = segments.get(segment.name);
      if (!plan) continue;
      this.segments.push({ segment, plan });
      this.#segment(segment, plan);
    }
  }

  #segment(segment: Segment, { fields }: SegmentPlan): void {
    const last = Math.min(segment.fieldCount, fields.length - 1);
    for (let position = 1; position <= last; position++) {
      const plan = fields[position];
      if (!plan) continue;
      const field = segment.field(position);
      if (!field.isValued) continue;
      this.fields.push({ element: field, plan });
      // What stands inside would be said twice.
      if (plan.isForbidden || plan.isJudgedInside) continue;
      const type = plan.row.type === 'varies' ? this.#variableType(segment) : plan.type;
      if (!type) continue;
      for (const repetition of field.repetitions) {
        if (!repetition.isEmpty) this.#value(repetition, plan, type, true);
      }
    }
  }

  /** OBX-2 names the type of OBX-5. */
  #variableType(segment: Segment): TypePlan | undefined {
    return segment.name === 'OBX' ? this.#types.get(segment.field(2).text) : undefined;
  }

  #value(element: Repetition | Component, plan: ElementPlan, type: TypePlan, isJudged: boolean): void {
    // `""` deletes the whole value: nothing inside it is missing or wrong.
    if (element.isNull) return;
    if (type.isPrimitive) {
      this.#leaf(element, plan, type);
      return;
    }
    this.composites.push({ element, type, isJudged });
    const parts = partsOf(element);
    const last = Math.min(parts.length, type.components.length - 1);
    for (let position = 1; position <= last; position++) {
      const part = parts[position - 1];
      const component = type.components[position];
      if (part && component && part.isValued) this.#component(part, component);
    }
    if (plan.coded && isCodedType(type.name) && parts[0]?.isEmpty === false) {
      this.codes.push({ element: parts[0], plan });
    }
  }

  #component(part: Element, plan: ElementPlan): void {
    this.components.push({ element: part, plan });
    if (plan.isForbidden || !plan.type) return;
    if (plan.type.isPrimitive) this.#leaf(part, plan, plan.type);
    else if (isComponent(part)) this.#value(part, plan, plan.type, plan.isJudged);
    else this.#innermost(part, plan.type);
  }

  /** Nothing can be split below a sub-component: it is the first component of whatever composite type it has. */
  #innermost(part: Element, type: TypePlan): void {
    const first = type.components[1];
    if (first?.type?.isPrimitive) this.#leaf(part, first, first.type);
  }

  #leaf(element: Element, plan: ElementPlan, type: TypePlan): void {
    if (element.isNull) return;
    const visit = { element, plan, type };
    this.leaves.push(visit);
    if (plan.coded) this.codes.push(visit);
  }
}

/** Components of a repetition, sub-components of a component. */
export function partsOf(element: Repetition | Component): readonly Element[] {
  return isComponent(element) ? element.subcomponents : element.components;
}

/** The part at a position, standing or not. */
export function partOf(element: Repetition | Component, position: number): Element {
  return isComponent(element) ? element.subcomponent(position) : element.component(position);
}

export function isComponent(element: Element): element is Component {
  return 'subcomponents' in element;
}
