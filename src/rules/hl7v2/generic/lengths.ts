import type { Element } from '../../../formats/hl7v2/index.js';

/** Characters of an element as HL7 counts them: separators inside it included, an escape sequence as what it means. */
export function lengthOf(element: Element): number {
  let count = 0;
  for (const _ of element.text) count++;
  return count;
}

/** A character is never shorter than the bytes that write it, so bytes decide most of the time. */
export function isLonger(element: Element, length: number): boolean {
  return element.length > length && lengthOf(element) > length;
}
