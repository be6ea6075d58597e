import type { Field, Repetition } from './elements.js';
import type { Hl7v2Message } from './message.js';
import type { Segment } from './segment.js';

/**
 * The bytes of a message, rebuilt from its elements and their separators. Equal to the bytes it was parsed from; what
 * stands between segments (byte order mark, blank lines) is kept as received.
 */
export function encodeMessage(message: Hl7v2Message): Uint8Array {
  const parts: string[] = [];
  let end = 0;
  for (const segment of message.segments) {
    parts.push(message.raw.slice(end, segment.offset), encodeSegment(segment), segment.terminator);
    end = segment.end + segment.terminator.length;
  }
  parts.push(message.raw.slice(end));
  return Buffer.from(parts.join(''), 'latin1');
}

function encodeSegment(segment: Segment): string {
  const separator = segment.message.delimiters.field;
  const fields = [...segment.fields()].map(encodeField);
  if (!segment.isHeader) return [segment.name, ...fields].join(separator);
  // The first field is the separator itself.
  const [first = '', ...others] = fields;
  return segment.name + first + others.join(separator);
}

function encodeField(field: Field): string {
  return field.repetitions.map(encodeRepetition).join(field.message.delimiters.repetition);
}

function encodeRepetition(repetition: Repetition): string {
  const { component, subcomponent } = repetition.message.delimiters;
  return repetition.components
    .map((part) => part.subcomponents.map((leaf) => leaf.raw).join(subcomponent))
    .join(component);
}
