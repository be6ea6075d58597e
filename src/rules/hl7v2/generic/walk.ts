import type { Component, Element, Field, Hl7v2Message, Repetition, Segment } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Profile } from '../../../packs/index.js';
import { MASK_POSITIONS } from './demands.js';
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
  /** Composite values that may lack something their type asks for, or hold more components than it has. */
  readonly composites: readonly CompositeVisit[];
  /** Components and sub-components that are forbidden or fixed, or longer in bytes than their row allows. */
  readonly components: readonly Visit[];
  /** Elements of a type with a form, unless they surely have it. */
  readonly leaves: readonly LeafVisit[];
  /** Elements of a type without components that hold a separator. */
  readonly splits: readonly LeafVisit[];
  /** Elements bound to a table that is judged and that may not hold their code, pointed at the code itself. */
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
  readonly #repetition: number;
  readonly #component: number;
  readonly #subcomponent: number;
  readonly #escape: number;
  /** Where the walk stands: an element is only made of it when there is something to say about it. */
  #segment: Segment | undefined;
  #fieldAt = 0;
  #repetitionAt = 0;
  /** 0 when the walk stands above components, or above sub-components. */
  #componentAt = 0;
  #subcomponentAt = 0;

  constructor(message: Hl7v2Message, profile: Hl7v2Profile) {
    const { segments, types } = rowsOf(profile);
    const { delimiters } = message;
    const { repetition, component, subcomponent } = delimiters;
    this.#types = types;
    this.#raw = message.raw;
    this.#repetition = repetition.charCodeAt(0);
    this.#component = component.charCodeAt(0);
    this.#subcomponent = subcomponent.charCodeAt(0);
    this.#escape = delimiters.escape.charCodeAt(0);
    for (const segment of message.segments) {
      const plan = segments.get(segment.name);
      if (!plan) continue;
      this.segments.push({ segment, plan });
      this.#walkSegment(segment, plan);
    }
  }

  /** Looks for the fields in the bytes: most fields of a segment are empty and need no object. */
  #walkSegment(segment: Segment, plan: SegmentPlan): void {
    this.#segment = segment;
    const { fieldStarts: starts, end } = segment;
    const last = plan.fields.length - 1;
    const shift = segment.isHeader ? 1 : 0;
    let hasUnknown = last < 1;
    for (let index = 1; index < starts.length; index++) {
      const start = starts[index] as number;
      const next = starts[index + 1];
      const fieldEnd = next === undefined ? end : next - 1;
      if (fieldEnd === start || !this.#holdsValue(start, fieldEnd)) continue;
      const position = index + shift;
      if (position <= last) {
        const row = plan.fields[position];
        if (row) this.#walkField(segment, position, start, fieldEnd, row);
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

  #walkField(segment: Segment, position: number, start: number, end: number, plan: ElementPlan): void {
    const isSuspect = plan.isSpecial || end - start > plan.maxLength;
    if (isSuspect) this.fields.push({ element: segment.field(position), plan });
    // What stands inside would be said twice.
    if (plan.isForbidden || plan.isJudgedInside || segment.isLiteral(position)) return;
    const type = plan.row.type === 'varies' ? this.#variableType(segment) : plan.type;
    this.#fieldAt = position;
    this.#componentAt = 0;
    this.#subcomponentAt = 0;
    const raw = this.#raw;
    let count = 0;
    for (let at = start; at <= end; at++) {
      const from = at;
      let isSplit = false;
      for (; at < end; at++) {
        const code = raw.charCodeAt(at);
        if (code === this.#repetition) break;
        if (code === this.#component || code === this.#subcomponent) isSplit = true;
      }
      this.#repetitionAt = ++count;
      if (type && at > from) this.#walkValue(from, at, plan, type, true, isSplit);
    }
    if (!isSuspect && count > plan.maxCount) this.fields.push({ element: segment.field(position), plan });
  }

  /** OBX-2 names the type of OBX-5. */
  #variableType(segment: Segment): TypePlan | undefined {
    return segment.name === 'OBX' ? this.#types.get(segment.field(2).text) : undefined;
  }

  /** A repetition, or a component of a composite type; `isSplit` when a separator of its parts stands in it. */
  #walkValue(start: number, end: number, plan: ElementPlan, type: TypePlan, isJudged: boolean, isSplit: boolean): void {
    // `""` deletes the whole value: nothing inside it is missing or wrong.
    if (this.#isNull(start, end)) return;
    if (type.isPrimitive) {
      this.#walkLeaf(start, end, plan, type, isSplit);
      return;
    }
    const raw = this.#raw;
    const isInner = this.#componentAt > 0;
    const separator = isInner ? this.#subcomponent : this.#component;
    const last = type.components.length - 1;
    const isCoded = plan.coded !== undefined && isCodedType(type.name);
    const before = this.composites.length;
    let valued = 0;
    let hasMore = false;
    let position = 0;
    for (let at = start; at <= end; at++) {
      const from = at;
      let isPartSplit = false;
      if (!isSplit) at = end;
      for (; at < end; at++) {
        const code = raw.charCodeAt(at);
        if (code === separator) break;
        if (code === this.#component || code === this.#subcomponent) isPartSplit = true;
      }
      position++;
      if (at === from) continue;
      this.#standAt(isInner, position);
      if (isCoded && position === 1) this.#walkCode(from, at, plan);
      if (!this.#holdsValue(from, at)) continue;
      if (position < MASK_POSITIONS) valued |= 1 << position;
      if (position > last) hasMore = true;
      const component = position <= last ? type.components[position] : undefined;
      if (component) this.#walkComponent(from, at, component, isInner, isPartSplit);
    }
    this.#standAt(isInner, 0);
    if (hasMore || !type.surelyMeets(valued)) {
      // Before what was found inside it.
      this.composites.splice(before, 0, { element: this.#element() as Repetition | Component, type, isJudged });
    }
  }

  #standAt(isInner: boolean, position: number): void {
    if (isInner) this.#subcomponentAt = position;
    else this.#componentAt = position;
  }

  #walkComponent(start: number, end: number, plan: ElementPlan, isInner: boolean, isSplit: boolean): void {
    if (plan.isSpecial || end - start > plan.maxLength) this.components.push({ element: this.#element(), plan });
    const { type } = plan;
    if (plan.isForbidden || !type) return;
    if (type.isPrimitive) this.#walkLeaf(start, end, plan, type, isSplit);
    else if (!isInner) this.#walkValue(start, end, plan, type, plan.isJudged, isSplit);
    else this.#walkInnermost(start, end, type, isSplit);
  }

  /** Nothing can be split below a sub-component: it is the first component of whatever composite type it has. */
  #walkInnermost(start: number, end: number, type: TypePlan, isSplit: boolean): void {
    const first = type.components[1];
    if (first?.type?.isPrimitive) this.#walkLeaf(start, end, first, first.type, isSplit);
  }

  #walkLeaf(start: number, end: number, plan: ElementPlan, type: TypePlan, isSplit: boolean): void {
    const { format } = type;
    if (format && !format.surelyFits(this.#raw, start, end) && !this.#isNull(start, end)) {
      this.leaves.push({ element: this.#element(), plan, type });
    }
    if (plan.coded) this.#walkCode(start, end, plan);
    if (isSplit) this.splits.push({ element: this.#element(), plan, type });
  }

  #walkCode(start: number, end: number, plan: ElementPlan): void {
    if (this.#isNull(start, end) || this.#isKnownCode(start, end, plan)) return;
    this.codes.push({ element: this.#element(), plan });
  }

  /** Codes as they stand in the table; one that is escaped or beyond ASCII is left to the rules. */
  #isKnownCode(start: number, end: number, { coded }: ElementPlan): boolean {
    if (!coded || coded.codes.size === 0) return false;
    for (let at = start; at < end; at++) {
      const code = this.#raw.charCodeAt(at);
      if (code > 0x7f || code === this.#escape) return false;
    }
    return coded.codes.has(this.#raw.slice(start, end));
  }

  #isNull(start: number, end: number): boolean {
    return end - start === 2 && this.#raw.charCodeAt(start) === QUOTE && this.#raw.charCodeAt(start + 1) === QUOTE;
  }

  /** The element the walk stands at. */
  #element(): Element {
    const repetition = (this.#segment as Segment).field(this.#fieldAt).repetition(this.#repetitionAt);
    if (this.#componentAt === 0) return repetition;
    const component = repetition.component(this.#componentAt);
    return this.#subcomponentAt === 0 ? component : component.subcomponent(this.#subcomponentAt);
  }
}

const QUOTE = 0x22;

/** The part at a position, standing or not. */
export function partOf(element: Repetition | Component, position: number): Element {
  return 'subcomponents' in element ? element.subcomponent(position) : element.component(position);
}
