import type { Element, Hl7v2Message, Segment } from '../../../formats/hl7v2/index.js';
import type { Predicate } from '../../../packs/index.js';

/** Where a conditional row stands: paths in its own segment mean that very occurrence. */
export interface PredicateScope {
  readonly message: Hl7v2Message;
  readonly segment: Segment;
  /** The part at a position of the composite value a component row stands in; absent for a field row. */
  partAt?(position: number): Element;
}

/** True when the predicate of a C or CE row holds. A path to a segment that is not there is not valued. */
export function evaluatePredicate(predicate: Predicate, scope: PredicateScope): boolean {
  if ('valued' in predicate) return elementOf(predicate.valued, scope)?.isValued ?? false;
  if ('equals' in predicate) {
    const { path, value } = predicate.equals;
    const text = elementOf(path, scope)?.text ?? '';
    return typeof value === 'string' ? text === value : value.includes(text);
  }
  if ('event' in predicate) {
    const { event } = predicate;
    return typeof event === 'string' ? scope.message.event === event : event.includes(scope.message.event);
  }
  if ('all' in predicate) return predicate.all.every((part) => evaluatePredicate(part, scope));
  if ('any' in predicate) return predicate.any.some((part) => evaluatePredicate(part, scope));
  return !evaluatePredicate(predicate.not, scope);
}

export interface PredicatePath {
  /** Undefined for a path inside a data type (`HD.2`). */
  readonly segment: string | undefined;
  readonly position: number;
  readonly component: number | undefined;
  readonly subcomponent: number | undefined;
}

/** Paths come from packs, which are checked when they are compiled, so there are few and they are well formed. */
const paths = new Map<string, PredicatePath>();

function elementOf(text: string, { message, segment, partAt }: PredicateScope): Element | undefined {
  const path = predicatePathOf(text);
  if (path.segment === undefined) return partAt?.(path.position);
  const owner = path.segment === segment.name ? segment : message.first(path.segment);
  const field = owner?.field(path.position);
  if (!field || path.component === undefined) return field;
  const component = field.component(path.component);
  return path.subcomponent === undefined ? component : component.subcomponent(path.subcomponent);
}

export function predicatePathOf(text: string): PredicatePath {
  const before = paths.get(text);
  if (before) return before;
  const [owner = '', rest = ''] = text.split(/[-.](.*)/s);
  const [position, component, subcomponent] = rest.split('.').map(Number);
  const path = { segment: text.includes('-') ? owner : undefined, position: position ?? 0, component, subcomponent };
  paths.set(text, path);
  return path;
}
