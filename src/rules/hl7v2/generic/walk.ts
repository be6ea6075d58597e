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

/**
 * What stands in a message, as the generic rules need it; found in one pass and shared by all of them. An element that
 * surely keeps to its row is left out, so that a good message leaves nearly nothing to look at.
 */
export interface Walk {
  readonly segments: readonly { readonly segment: Segment; readonly plan: SegmentPlan }[];
  /** Fields that are forbidden or fixed, repeat too often, or are longer in bytes than their row allows. */
  readonly fields: readonly Visit<Field>[];
  /** First field with a value beyond the last row of its segment. */
  readonly unknownFields: readonly { readonly element: Field; readonly plan: SegmentPlan }[];
  /** Composite values whose type requires something, has conditions, or has fewer components than stand there. */
  readonly composites: readonly CompositeVisit[];
  /** Components and sub-components that are forbidden or fixed, or longer in bytes than their row allows. */
  readonly components: readonly Visit[];
  /** Elements of a type with a form, unless they surely have it. */
  readonly leaves: readonly LeafVisit[];
  /** Elements of a type without components that hold a separator. */
  readonly splits: readonly LeafVisit[];
  /** Elements bound to a table that is judged, pointed at the code itself. */
  readonly codes: readonly Visit[];
}

/**
 * The message judged last: the rules of one message run one after the other. One entry instead of a WeakMap, whose
 * upkeep by the garbage collector took longer than the rules themselves.
 */
let latest: { readonly message: Hl7v2Message; readonly profile: Hl7v2Profile; readonly walk: Walk } | undefined;

export function walkOf(message: Hl7v2Message, profile: Hl7v2Profile): Walk {
  if (latest?.message === message && latest.profile === profile) return latest.walk;
  const walk = new Walker(message, profile);
  latest = { message, profile, walk };
  return walk;
}

class Walker implements Walk {
  readonly segments: { segment: Segment; plan: SegmentPlan }[] = [];
  readonly fields: Visit<Field>[] = [];
  readonly unknownFields: { element: Field; plan: SegmentPlan }[] = [];
  readonly composites: CompositeVisit[] = [];
  readonly components: Visit[] = [];
  readonly leaves: LeafVisit[] = [];
  readonly splits: LeafVisit[] = [];
  readonly codes: Visit[] = [];
  readonly #types: ReadonlyMap<string, TypePlan>;
  readonly #raw: string;
  /** Character codes; NaN for a separator that MSH-2 leaves out. */
  readonly #field: number;
  readonly #repetition: number;
  readonly #component: number;
  readonly #subcomponent: number;

  constructor(message: Hl7v2Message, profile: Hl7v2Profile) {
    const { segments, types } = rowsOf(profile);
    const { field, repetition, component, subcomponent } = message.delimiters;
    this.#types = types;
    this.#raw = message.raw;
    this.#field = field.charCodeAt(0);
    this.#repetition = repetition.charCodeAt(0);
    this.#component = component.charCodeAt(0);
    this.#subcomponent = subcomponent.charCodeAt(0);
    for (const segment of message.segments) {
      const plan = segments.get(segment.name);
      if (!plan) continue;
      this.segments.push({ segment, plan });
      this.#walkSegment(segment, plan);
    }
  }

  /** Looks for the fields in the bytes: most fields of a segment are empty and need no object. */
  #walkSegment(segment: Segment, plan: SegmentPlan): void {
    const raw = this.#raw;
    const { end } = segment;
    const last = plan.fields.length - 1;
    let hasUnknown = last < 1;
    let position = segment.isHeader ? 1 : 0;
    let at = segment.offset + segment.name.length;
    while (at < end) {
      const start = at + 1;
      at = start;
      while (at < end && raw.charCodeAt(at) !== this.#field) at++;
      position++;
      if (at === start || !this.#holdsValue(start, at)) continue;
      if (position <= last) {
        const row = plan.fields[position];
        if (row) this.#walkField(segment.field(position), row);
      } else if (!hasUnknown) {
        hasUnknown = true;
        this.unknownFields.push({ element: segment.field(position), plan });
      }
    }
  }

  #holdsValue(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const code = this.#raw.charCodeAt(at);
      if (code !== this.#component && code !== this.#subcomponent && code !== this.#repetition) return true;
    }
    return false;
  }

  #walkField(field: Field, plan: ElementPlan): void {
    const isSuspect = plan.isSpecial || field.length > plan.maxLength;
    if (isSuspect) this.fields.push({ element: field, plan });
    // What stands inside would be said twice.
    if (plan.isForbidden || plan.isJudgedInside || field.isLiteral) return;
    const type = plan.row.type === 'varies' ? this.#variableType(field.segment) : plan.type;
    const { repetitions } = field;
    if (!isSuspect && repetitions.length > plan.maxCount) this.fields.push({ element: field, plan });
    if (!type) return;
    for (const repetition of repetitions) {
      if (!repetition.isEmpty) this.#walkValue(repetition, plan, type, true);
    }
  }

  /** OBX-2 names the type of OBX-5. */
  #variableType(segment: Segment): TypePlan | undefined {
    return segment.name === 'OBX' ? this.#types.get(segment.field(2).text) : undefined;
  }

  #walkValue(element: Repetition | Component, plan: ElementPlan, type: TypePlan, isJudged: boolean): void {
    // `""` deletes the whole value: nothing inside it is missing or wrong.
    if (element.isNull) return;
    if (type.isPrimitive) {
      this.#walkLeaf(element, plan, type);
      return;
    }
    const parts = partsOf(element);
    const last = type.components.length - 1;
    if (type.hasDemands || parts.length > last) this.composites.push({ element, type, isJudged });
    for (let position = 1; position <= last && position <= parts.length; position++) {
      const part = parts[position - 1];
      const component = type.components[position];
      if (part && component && !part.isEmpty && this.#holdsValue(part.offset, part.end)) {
        this.#walkComponent(part, component);
      }
    }
    const code = plan.coded && isCodedType(type.name) ? parts[0] : undefined;
    if (code && !code.isEmpty) this.codes.push({ element: code, plan });
  }

  #walkComponent(part: Element, plan: ElementPlan): void {
    if (plan.isSpecial || part.length > plan.maxLength) this.components.push({ element: part, plan });
    const { type } = plan;
    if (plan.isForbidden || !type) return;
    if (type.isPrimitive) this.#walkLeaf(part, plan, type);
    else if (isComponent(part)) this.#walkValue(part, plan, type, plan.isJudged);
    else this.#walkInnermost(part, type);
  }

  /** Nothing can be split below a sub-component: it is the first component of whatever composite type it has. */
  #walkInnermost(part: Element, type: TypePlan): void {
    const first = type.components[1];
    if (first?.type?.isPrimitive) this.#walkLeaf(part, first, first.type);
  }

  #walkLeaf(element: Element, plan: ElementPlan, type: TypePlan): void {
    const { offset, end } = element;
    const { format } = type;
    if (format && !format.surelyFits(this.#raw, offset, end) && !element.isNull) {
      this.leaves.push({ element, plan, type });
    }
    if (plan.coded && !element.isNull) this.codes.push({ element, plan });
    for (let at = offset; at < end; at++) {
      const code = this.#raw.charCodeAt(at);
      if (code === this.#component || code === this.#subcomponent) {
        this.splits.push({ element, plan, type });
        return;
      }
    }
  }
}

/** Components of a repetition, sub-components of a component. */
function partsOf(element: Repetition | Component): readonly Element[] {
  return isComponent(element) ? element.subcomponents : element.components;
}

/** The part at a position, standing or not. */
export function partOf(element: Repetition | Component, position: number): Element {
  return isComponent(element) ? element.subcomponent(position) : element.component(position);
}

function isComponent(element: Element): element is Component {
  return 'subcomponents' in element;
}
