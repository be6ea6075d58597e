import type { FhirElement } from './element.js';

/**
 * Writes a resource as FHIR XML. Properties keep their order, which JSON leaves free and XML does not: a document made
 * from JSON in another order is told by XML schema validation, not here.
 */
export function writeFhirXml(resource: FhirElement): string {
  const tag = resource.resourceType ?? resource.name;
  return `<${tag} xmlns="http://hl7.org/fhir">${resource.children.map(writeChild).join('')}</${tag}>`;
}

function writeChild(element: FhirElement): string {
  const { name, kind, text, resourceType, children } = element;
  if (name === 'div' && text !== undefined) return text;
  if (resourceType !== undefined) {
    return `<${name}><${resourceType}>${children.map(writeChild).join('')}</${resourceType}></${name}>`;
  }
  const isExtension = name === 'extension' || name === 'modifierExtension';
  const asAttribute = (child: FhirElement) => child.name === 'id' || (isExtension && child.name === 'url');
  const attributes = children.filter(asAttribute).map((child) => ` ${child.name}="${escapeXml(child.text ?? '')}"`);
  const value = text === undefined || kind === 'object' ? '' : ` value="${escapeXml(text)}"`;
  const inside = children.filter((child) => !asAttribute(child)).map(writeChild);
  const open = `<${name}${attributes.join('')}${value}`;
  return inside.length === 0 ? `${open}/>` : `${open}>${inside.join('')}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
