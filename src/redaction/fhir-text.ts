import { INS_OIDS } from '../core/index.js';
import type { Pseudonyms } from './pseudonyms.js';
import type { RedactEmbedded } from './redact-bytes.js';

/** A string of a FHIR resource: the keys that lead to it, and the object it is in. */
export interface FhirString {
  readonly keys: readonly string[];
  readonly value: string;
  readonly parent: Readonly<Record<string, unknown>>;
}

const DEFINITIONS =
  /^(StructureDefinition|ValueSet|CodeSystem|OperationDefinition|SearchParameter|CapabilityStatement|ImplementationGuide|NamingSystem|ConceptMap|CompartmentDefinition)$/;
/** Words of standards, codes and addresses of definitions. */
const CODED =
  /^(resourceType|system|code|unit|status|use|type|mode|profile|url|versionId|contentType|language|fhirVersion|kind|format|method|definition|interaction|version|source|comparator|gender|intent|category|instantiates|implementationGuide|severity|rank|linkId|expression|location|etag|relation|documentation|searchInclude|searchRevInclude|conditionalDelete|versioning|referencePolicy|assigner)$/;
const FREE =
  /^(valueString|valueMarkdown|comment|comments|description|note|authorString|instruction|patientInstruction|conclusion|deviceName|distinctIdentifier|lotNumber)$/;
const OIDS = [INS_OIDS.nir, INS_OIDS.nia].map((oid) => `urn:oid:${oid}`);

/** What a string of a resource becomes. What no key explains is hidden, unless it is one word: a code. */
export function fhirText(
  { keys, value, parent }: FhirString,
  pseudonyms: Pseudonyms,
  embedded: RedactEmbedded,
): string {
  const key = keys.at(-1) ?? '';
  const owner = keys.at(-2) ?? '';
  const scrub = () => pseudonyms.scrub(value);
  switch (key) {
    case 'family':
    case 'given':
      return pseudonyms.name(value);
    case 'line':
    case 'city':
    case 'district':
      return pseudonyms.name(value, 'address');
    case 'birthDate':
      return pseudonyms.birthDate(value);
    case 'postalCode':
      return pseudonyms.placeCode(value);
    case 'div':
      return value.replace(/>([^<]+)</g, (_whole, text: string) => `>${pseudonyms.freeText(text)}<`);
    case 'text':
      return textOf(owner, value, pseudonyms);
    case 'id':
      return pseudonyms.identifier(value);
    case 'data':
      return embedded.base64(value);
    case 'display':
      return 'reference' in parent || 'identifier' in parent ? pseudonyms.name(value) : scrub();
    case 'reference':
    case 'fullUrl':
    case 'ifNoneExist':
      return redactUrl(value, pseudonyms);
    case 'value':
      if (owner === 'telecom') return pseudonyms.telecom(value);
      return owner === 'identifier' || 'system' in parent ? pseudonyms.identifier(value) : scrub();
    case 'serialNumber':
    case 'carrierHRF':
    case 'deviceIdentifier':
    case 'valueId':
      return pseudonyms.identifier(value);
    case 'password':
    case 'access_token':
    case 'id_token':
      return pseudonyms.secret();
    default:
      return otherText(key, owner, value, pseudonyms);
  }
}

function textOf(owner: string, value: string, pseudonyms: Pseudonyms): string {
  if (owner === 'name' || owner === 'contact') return pseudonyms.name(value);
  if (owner === 'address') return pseudonyms.name(value, 'address');
  return owner === 'note' || owner === 'annotation' ? pseudonyms.freeText(value) : pseudonyms.scrub(value);
}

function otherText(key: string, owner: string, value: string, pseudonyms: Pseudonyms): string {
  if (/^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/.test(value) && !CODED.test(key)) return pseudonyms.isoDate(value);
  if (owner === 'identifier' && key === 'system' && OIDS.includes(value)) return `urn:oid:${INS_OIDS.testNir}`;
  if (key === 'url' || key === 'location') return redactUrl(value, pseudonyms);
  if (CODED.test(key)) return pseudonyms.scrub(value);
  if (FREE.test(key)) return pseudonyms.freeText(value);
  if (/^(https?:|urn:)/.test(value)) return redactUrl(value, pseudonyms);
  if (key === 'name' || key === 'title' || key === 'publisher' || key === 'diagnostics') return pseudonyms.scrub(value);
  return /\s/.test(value) ? pseudonyms.freeText(value) : pseudonyms.scrub(value);
}

/** Ids of resources and values asked for in an address; addresses of definitions stay. */
export function redactUrl(url: string, pseudonyms: Pseudonyms): string {
  const [path = '', ...query] = url.split('?');
  const ids = path.replace(
    /(^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?=$|\/)/g,
    (whole, slash: string, type: string, id: string) =>
      DEFINITIONS.test(type) ? whole : `${slash}${type}/${pseudonyms.identifier(id)}`,
  );
  const parameters = query.join('?');
  return (
    (ids === path ? pseudonyms.scrub(path) : ids) + (query.length > 0 ? `?${redactQuery(parameters, pseudonyms)}` : '')
  );
}

const KEPT_PARAMETERS = /^(_\w+|category|code|status|type|class|verb|format)(:.*)?$/;

/** `identifier=system|value&date=ge2026-01-05` */
export function redactQuery(query: string, pseudonyms: Pseudonyms): string {
  return query
    .split('&')
    .map((parameter) => {
      const [name = '', ...rest] = parameter.split('=');
      if (rest.length === 0 || KEPT_PARAMETERS.test(name)) return parameter;
      const value = safeDecode(rest.join('='));
      const redacted = value
        .split(',')
        .map((each) => parameterValue(each, name, pseudonyms))
        .join(',');
      return redacted === value ? parameter : `${name}=${encodeURIComponent(redacted)}`;
    })
    .join('&');
}

function parameterValue(value: string, name: string, pseudonyms: Pseudonyms): string {
  const date = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?)$/.exec(value);
  if (date) return (date[1] ?? '') + pseudonyms.isoDate(date[2] ?? '');
  if (/^(name|family|given|address|telecom|phone|email)/.test(name)) return pseudonyms.name(value);
  const [system = '', ...token] = value.split('|');
  if (token.length > 0) return `${system}|${pseudonyms.identifier(token.join('|'))}`;
  return value.includes('/') ? redactUrl(value, pseudonyms) : pseudonyms.identifier(value);
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
