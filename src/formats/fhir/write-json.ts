import type { FhirElement } from './element.js';

/** How the schema wants an element written; the JSON a document came from needs no such help. */
export interface JsonShape {
  /** The element is written in an array. */
  readonly isArray: boolean;
  /** The kind its primitive value takes. */
  readonly kind: 'string' | 'number' | 'boolean';
}

export interface WriteJsonOptions {
  /** Shape of each element of a document read from XML. Without it, only repeated elements become arrays. */
  readonly shapeOf?: (element: FhirElement) => JsonShape;
}

/** Writes an element as compact JSON. Numbers keep the digits they were written with. */
export function writeFhirJson(element: FhirElement, options: WriteJsonOptions = {}): string {
  return writeObject(element, options, element.resourceType);
}

function writeObject(element: FhirElement, options: WriteJsonOptions, resourceType: string | undefined): string {
  const parts = resourceType === undefined ? [] : [`"resourceType":${JSON.stringify(resourceType)}`];
  for (const [name, items] of groupByName(element.children)) parts.push(...writeProperty(name, items, options));
  return `{${parts.join(',')}}`;
}

function groupByName(children: readonly FhirElement[]): Map<string, FhirElement[]> {
  const groups = new Map<string, FhirElement[]>();
  for (const child of children) {
    const group = groups.get(child.name);
    if (group) group.push(child);
    else groups.set(child.name, [child]);
  }
  return groups;
}

function* writeProperty(name: string, items: readonly FhirElement[], options: WriteJsonOptions): Generator<string> {
  const [first] = items;
  if (!first) return;
  const isArray = first.index !== undefined || items.length > 1 || options.shapeOf?.(first).isArray === true;
  const values = items.map((item) => writeValue(item, options));
  const extras = items.map((item) => (hasExtras(item) ? writeObject(item, options, undefined) : 'null'));
  const key = JSON.stringify(name);
  if (first.kind === 'array' && first.index === undefined) yield `${key}:[]`;
  else if (values.some((value) => value !== 'null') || items.every((item) => item.kind === 'null')) {
    yield `${key}:${isArray ? `[${values.join(',')}]` : values[0]}`;
  }
  if (extras.some((extra) => extra !== 'null')) {
    yield `${JSON.stringify(`_${name}`)}:${isArray ? `[${extras.join(',')}]` : extras[0]}`;
  }
}

/** A primitive that carries an id or extensions beside (or instead of) its value. */
function hasExtras({ kind, children }: FhirElement): boolean {
  return children.length > 0 && kind !== 'object';
}

function writeValue(element: FhirElement, options: WriteJsonOptions): string {
  const { kind, text } = element;
  if (kind === 'object') return writeObject(element, options, element.resourceType);
  if (kind === 'array') return '[]';
  if (text === undefined) return 'null';
  const wanted = kind === 'text' ? options.shapeOf?.(element).kind : kind;
  return wanted === 'number' || wanted === 'boolean' ? text : JSON.stringify(text);
}
