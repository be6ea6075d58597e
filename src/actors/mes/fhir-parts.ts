import { FhirElement } from '../../formats/fhir/index.js';

/** `code` of every coding of a CodeableConcept. */
export function codesOf(concept: FhirElement | undefined): string[] {
  return (concept?.all('coding') ?? []).flatMap((coding) => coding.valueOf('code') ?? []);
}

/** `value` of a Quantity, when it is a number. */
export function quantityValue(holder: FhirElement | undefined): number | undefined {
  const value = holder?.child('valueQuantity')?.child('value');
  if (value?.kind !== 'number' || value.text === undefined) return undefined;
  const number = Number(value.text);
  return Number.isFinite(number) ? number : undefined;
}

/** An identifier with both its parts. */
export interface Identifier {
  readonly system: string;
  readonly value: string;
}

export function identifierOf(element: FhirElement | undefined): Identifier | undefined {
  const system = element?.valueOf('system');
  const value = element?.valueOf('value');
  return system && value ? { system, value } : undefined;
}

/** `urn:oid:1.2.3` and `1.2.3` name the same authority. */
export function bareOid(system: string): string {
  return system.startsWith('urn:oid:') ? system.slice('urn:oid:'.length) : system;
}

/** Key of a patient or a device: the authority and the identifier it gave. */
export function identifierKey({ system, value }: Identifier): string {
  return `${bareOid(system)}|${value}`;
}

/** A new text property of `parent`; `index` for an item of an array. */
export function textElement(parent: FhirElement, name: string, text: string, index?: number): FhirElement {
  const element = new FhirElement(name, parent, 'string', text, 0);
  element.index = index;
  return element;
}

/** Puts `child` in the place of the children of its name, or first. */
export function putChild(parent: FhirElement, child: FhirElement): void {
  const others = parent.children.filter(({ name }) => name !== child.name);
  const at = parent.children.findIndex(({ name }) => name === child.name);
  parent.children = at < 0 ? [child, ...others] : [...others.slice(0, at), child, ...others.slice(at)];
}
