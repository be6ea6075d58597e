import type { Element, Field } from './elements.js';
import type { Hl7v2Message } from './message.js';
import type { Segment } from './segment.js';

/**
 * The smallest part that holds a byte offset of the message: the segment for its name or terminator, else a field,
 * repetition, component or sub-component. A part that is alone in the one above is not named (`PID-7`, never
 * `PID-7.1.1`). Undefined outside every segment (byte order mark, blank lines).
 */
export function elementAt(message: Hl7v2Message, offset: number): Element | Segment | undefined {
  const segment = findHolder(message.segments, offset, (part) => part.end + part.terminator.length);
  if (!segment) return undefined;
  const field = segment.fieldAt(offset);
  return field ? partAt(field, offset) : segment;
}

/** Goes down as long as there is more than one part to choose from. */
function partAt(field: Field, offset: number): Element {
  const repetition = findHolder(field.repetitions, offset, endOf);
  if (!repetition) return field;
  const component = findHolder(repetition.components, offset, endOf);
  if (!component) return repetition;
  const subcomponent = findHolder(component.subcomponents, offset, endOf);
  if (component.subcomponents.length > 1) return subcomponent ?? component;
  if (repetition.components.length > 1) return component;
  return field.repetitions.length > 1 ? repetition : field;
}

function endOf(part: Element): number {
  return part.end;
}

/** Parts are in order and do not overlap: binary search for the last that starts at or before the offset. */
function findHolder<Part extends { readonly offset: number }>(
  parts: readonly Part[],
  offset: number,
  end: (part: Part) => number,
): Part | undefined {
  let low = 0;
  let high = parts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const part = parts[middle] as Part;
    if (part.offset > offset) high = middle - 1;
    else if (end(part) <= offset) low = middle + 1;
    else return part;
  }
  return undefined;
}
