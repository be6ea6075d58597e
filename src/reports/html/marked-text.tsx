import type { LineMark } from '../whole-message.js';
import { Mark } from './excerpt-line.js';
import type { Page } from './page.js';

/** A line with its faults marked; several findings may point at one place: it is marked once. */
export function markedText(text: string, marks: readonly LineMark[], page: Page) {
  const parts = [];
  let position = 0;
  let last = '';
  for (const { start, length } of [...marks].sort((left, right) => left.start - right.start)) {
    if (start < position || last === `${start} ${length}`) continue;
    last = `${start} ${length}`;
    parts.push(text.slice(position, start), <Mark page={page} text={text.slice(start, start + length)} />);
    position = start + length;
  }
  parts.push(text.slice(position));
  return parts;
}
