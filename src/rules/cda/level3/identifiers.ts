import type { CdaDocument, XmlNode } from '../../../formats/cda/index.js';

const known = new WeakMap<CdaDocument, ReadonlyMap<string, readonly XmlNode[]>>();

/** Every `@ID` of the document and the attributes that bear it. */
export function identifiersOf(document: CdaDocument): ReadonlyMap<string, readonly XmlNode[]> {
  const before = known.get(document);
  if (before) return before;
  const found = new Map<string, XmlNode[]>();
  for (const attribute of document.find('descendant-or-self::*/@ID')) {
    const same = found.get(attribute.content);
    if (same) same.push(attribute);
    else found.set(attribute.content, [attribute]);
  }
  known.set(document, found);
  return found;
}
