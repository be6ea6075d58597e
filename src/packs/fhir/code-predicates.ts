/**
 * Code systems too large or too open to list, told by the form of their codes. UCUM is judged by its own grammar in
 * rules/fhir/ucum, so any code of it fits here.
 */
const PREDICATES: Readonly<Record<string, RegExp>> = {
  // BCP 13 (RFC 6838 §4.2), parameters allowed; R4 also allows its own short names where formats are listed.
  'urn:ietf:bcp:13':
    /^(?:json|xml|ttl)$|^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}(?:\s*;.*)?$/,
  // BCP 47 (RFC 5646 §2.1), by its form.
  'urn:ietf:bcp:47': /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$|^x(?:-[A-Za-z0-9]{1,8})+$/,
  // ISO 4217, by its form: the list changes several times a year.
  'urn:iso:std:iso:4217': /^[A-Z]{3}$/,
  'http://unitsofmeasure.org': /^[\x21-\x7e]+$/,
};

export function codePredicate(system: string): RegExp | undefined {
  return Object.hasOwn(PREDICATES, system) ? PREDICATES[system] : undefined;
}
