import type { FhirAnomalyCode } from './document.js';
import { FhirElement } from './element.js';

interface Notes {
  note(code: FhirAnomalyCode, element: FhirElement, start: number, end: number, name?: string): void;
}

/**
 * Puts what JSON writes in `_birthDate` (id, extensions) into the element `birthDate`, item by item for arrays. A
 * primitive without a value of its own becomes an element of kind `absent`.
 */
export function foldUnderscores(parent: FhirElement, children: readonly FhirElement[], notes: Notes): FhirElement[] {
  const kept = children.filter(({ name }) => !isCompanion(name));
  const places = new Map(kept.map((child, place) => [placeKey(child.name, child.index), place]));
  for (const extra of children) {
    if (!isCompanion(extra.name) || (extra.kind === 'null' && extra.index !== undefined)) continue;
    const name = extra.name.slice(1);
    const place = places.get(placeKey(name, extra.index));
    const value = place === undefined ? undefined : kept[place];
    if (extra.kind !== 'object' || (value !== undefined && !isPrimitive(value))) {
      notes.note('orphan-underscore', extra, extra.start, extra.end, extra.name);
      kept.push(extra);
    } else if (place === undefined) kept.push(carrierOf(parent, name, extra));
    else if (value?.kind === 'null') kept[place] = carrierOf(parent, name, extra);
    else if (value) adopt(value, extra);
  }
  return kept;
}

/** `_birthDate`; not `__proto__`, which is the companion of nothing. */
function isCompanion(name: string): boolean {
  return /^_[A-Za-z]/.test(name);
}

function placeKey(name: string, index: number | undefined): string {
  return `${name}\n${index ?? ''}`;
}

function isPrimitive({ kind }: FhirElement): boolean {
  return kind !== 'object' && kind !== 'array';
}

function carrierOf(parent: FhirElement, name: string, extra: FhirElement): FhirElement {
  const carrier = new FhirElement(name, parent, 'absent', undefined, extra.start);
  carrier.index = extra.index;
  carrier.end = extra.end;
  adopt(carrier, extra);
  return carrier;
}

function adopt(parent: FhirElement, from: FhirElement): void {
  for (const child of from.children) child.parent = parent;
  parent.children = from.children;
}
