import { STANDARD_DELIMITERS } from './delimiters.js';
import { parsePath } from './path.js';

/**
 * Edits of a message text: a path takes a raw value (already escaped, `undefined` or `''` empties it); a segment name
 * takes a whole segment, or `null` to remove every segment of that name. A path in a segment that is not there adds it
 * at the end.
 */
export type Edits = Readonly<Record<string, string | null>>;

/** Applies edits to a message written with the standard delimiters, segments ended by CR. */
export function editMessage(text: string, edits: Edits): string {
  let segments = text.split('\r').filter((segment) => segment !== '');
  for (const [path, value] of Object.entries(edits)) {
    if (!path.includes('-')) segments = replaceSegment(segments, path, value);
    else segments = setValue(segments, path, value ?? '');
  }
  return `${segments.join('\r')}\r`;
}

function replaceSegment(segments: string[], name: string, value: string | null): string[] {
  const at = segments.findIndex((segment) => nameOf(segment) === name);
  const kept = segments.filter((segment) => nameOf(segment) !== name);
  if (value === null) return kept;
  kept.splice(at < 0 ? kept.length : at, 0, value);
  return kept;
}

function setValue(segments: string[], path: string, value: string): string[] {
  const { segment, occurrence, field, repetition, component, subcomponent } = parsePath(path);
  const indexes = segments.flatMap((text, index) => (nameOf(text) === segment ? [index] : []));
  const index = indexes[occurrence - 1];
  if (index === undefined) {
    const missing = Array.from({ length: occurrence - indexes.length }, () => segment);
    return setValue([...segments, ...missing], path, value);
  }
  const fields = (segments[index] as string).split(STANDARD_DELIMITERS.field);
  const at = segment === 'MSH' ? field - 1 : field;
  const steps: [string, number][] = [
    [STANDARD_DELIMITERS.repetition, repetition ?? (component === undefined ? 0 : 1)],
    [STANDARD_DELIMITERS.component, component ?? 0],
    [STANDARD_DELIMITERS.subcomponent, subcomponent ?? 0],
  ];
  while (fields.length <= at) fields.push('');
  fields[at] = setPart(fields[at] as string, steps, value);
  return segments.with(index, fields.join(STANDARD_DELIMITERS.field));
}

function setPart(text: string, steps: [string, number][], value: string): string {
  const [step, ...rest] = steps;
  if (!step) return value;
  const [separator, number] = step;
  if (number === 0) return setPart(text, rest.every(([, next]) => next === 0) ? [] : rest, value);
  const parts = text.split(separator);
  while (parts.length < number) parts.push('');
  parts[number - 1] = setPart(parts[number - 1] as string, rest, value);
  return parts.join(separator);
}

function nameOf(segment: string): string {
  return segment.slice(0, 3);
}
