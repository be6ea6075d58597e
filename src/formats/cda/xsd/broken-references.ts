import { type CdaDocument, isElement } from '../cda-document.js';
import { clip } from './schema-names.js';
import type { XsdIssue } from './xsd-engine.js';

/** Attributes of type IDREF or IDREFS in the narrative. */
const REFERENCES =
  './/cda:renderMultiMedia/@referencedObject | .//cda:footnoteRef/@IDREF | .//cda:td/@headers | .//cda:th/@headers';

/** References to an ID the document does not have: XSD asks for it (cvc-id.1) and libxml2 leaves it out. */
export function brokenReferences(document: CdaDocument): XsdIssue[] {
  const references = document.find(REFERENCES);
  if (references.length === 0) return [];
  const known = new Set(document.find('.//@ID').map((id) => id.content.trim()));
  return references.flatMap((reference) => {
    const missing = reference.content.split(/\s+/).filter((name) => name !== '' && !known.has(name));
    const owner = reference.parent;
    if (missing.length === 0 || !owner || !isElement(owner)) return [];
    const found = clip(missing.join(' '));
    return [{ kind: 'broken-reference', element: owner.name, found, location: document.locate(reference) }];
  });
}
