import { type CdaDocument, isElement } from '../cda-document.js';
import { clip } from './schema-names.js';
import type { XsdIssue } from './xsd-engine.js';

/** Attributes of type IDREF or IDREFS in the narrative. */
const REFERENCES = {
  referencedObject: './/cda:renderMultiMedia/@referencedObject',
  IDREF: './/cda:footnoteRef/@IDREF',
  headers: './/cda:td/@headers | .//cda:th/@headers',
};

/** References to an ID the document does not have: XSD asks for it (cvc-id.1) and libxml2 leaves it out. */
export function brokenReferences(document: CdaDocument): XsdIssue[] {
  // Each search walks the document: most documents have no such word anywhere.
  const { text } = document.tree.source;
  const paths = Object.entries(REFERENCES).flatMap(([name, path]) => (text.includes(name) ? [path] : []));
  const references = paths.length === 0 ? [] : document.find(paths.join(' | '));
  if (references.length === 0) return [];
  const known = new Set(document.find('descendant-or-self::*/@ID').map((id) => id.content.trim()));
  return references.flatMap((reference) => {
    const missing = reference.content.split(/\s+/).filter((name) => name !== '' && !known.has(name));
    const owner = reference.parent;
    if (missing.length === 0 || !owner || !isElement(owner)) return [];
    const found = clip(missing.join(' '));
    return [{ kind: 'broken-reference', element: owner.name, found, location: document.locate(reference) }];
  });
}
