import type { LineMark } from '../whole-message.js';

export interface SegmentField {
  /** `PID-3`. */
  readonly path: string;
  readonly value: string;
  readonly isFaulty: boolean;
}

/**
 * The fields of a quoted HL7 segment that hold something or are faulty, in order. Empty when the quote does not start at
 * the segment's name: its fields cannot be counted then.
 */
export function fieldsOfSegment(text: string, marks: readonly LineMark[]): SegmentField[] {
  const name = /^([A-Z][A-Z0-9]{2})([^A-Za-z0-9\s…])/.exec(text);
  if (!name) return [];
  const [, segment = '', separator = ''] = name;
  // The first field of a header is the separator itself.
  const first = /^(MSH|BHS|FHS)$/.test(segment) ? 2 : 1;
  let start = segment.length + 1;
  return text
    .slice(start)
    .split(separator)
    .map((value, index): SegmentField => {
      const end = start + value.length;
      const isFaulty = marks.some((mark) => touches(mark, start, end));
      start = end + 1;
      return { path: `${segment}-${index + first}`, value, isFaulty };
    })
    .filter(({ value, isFaulty }) => value !== '' || isFaulty);
}

/** A mark without length stands where something is missing. */
function touches({ start, length }: LineMark, from: number, to: number): boolean {
  return length === 0 ? start >= from && start <= to : start < to && start + length > from;
}
