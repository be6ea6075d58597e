import type { FhirElement } from '../../../formats/fhir/index.js';
import type { Expected, JsonValue } from './compiled-types.js';

/** True when an element holds what a fixed value or a pattern asks for. */
export function matchesExpected(element: FhirElement, { isExact, value }: Expected): boolean {
  return isExact ? isEqual(element, value) : contains(element, value);
}

const isRecord = (value: JsonValue): value is { readonly [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: JsonValue): readonly JsonValue[] => (Array.isArray(value) ? value : [value as JsonValue]);

/** A pattern: everything it says is there; more may be. */
function contains(element: FhirElement, value: JsonValue): boolean {
  if (!isRecord(value)) return isSamePrimitive(element, value);
  return Object.entries(value).every(([name, part]) => {
    const items = element.all(name);
    return listOf(part).every((each) => items.some((item) => contains(item, each)));
  });
}

/** A fixed value: the same properties, in any order, and nothing else. */
function isEqual(element: FhirElement, value: JsonValue): boolean {
  if (!isRecord(value)) return isSamePrimitive(element, value) && element.children.every(({ name }) => name === 'id');
  const names = new Set(element.children.map(({ name }) => name));
  const wanted = Object.keys(value);
  if (names.size !== wanted.length) return false;
  return wanted.every((name) => {
    const items = element.all(name);
    const parts = listOf(value[name] ?? null);
    return items.length === parts.length && parts.every((part, index) => isEqualItem(items[index], part));
  });
}

function isEqualItem(item: FhirElement | undefined, part: JsonValue): boolean {
  return item !== undefined && isEqual(item, part);
}

function isSamePrimitive({ text, kind }: FhirElement, value: JsonValue): boolean {
  if (text === undefined || value === null || typeof value === 'object') return false;
  if (typeof value === 'number') return kind !== 'string' && Number(text) === value;
  if (typeof value === 'boolean') return kind !== 'string' && text === String(value);
  return kind !== 'number' && kind !== 'boolean' && text === value;
}

/** What is asked for, as people read it: a plain value, or compact JSON. */
export function describeValue(value: JsonValue): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** Parts of a value along a path: the `code` of each `coding` of a pattern. */
export function dig(value: JsonValue, steps: readonly string[]): JsonValue[] {
  let parts: JsonValue[] = [value];
  for (const step of steps) {
    parts = parts.flatMap((part) => {
      const next = isRecord(part) ? part[step] : undefined;
      return next === undefined ? [] : [...listOf(next)];
    });
  }
  return parts;
}
