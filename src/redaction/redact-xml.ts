import { INS_OIDS } from '../core/index.js';
import { DEFAULT_XML_LIMITS, decodeXml, scanXml } from '../formats/cda/index.js';
import { fhirText } from './fhir-text.js';
import type { Pseudonyms } from './pseudonyms.js';
import type { RedactEmbedded } from './redact-bytes.js';
import { UnredactableError } from './utf8.js';

type Change = (text: string, pseudonyms: Pseudonyms) => string;

const name: Change = (text, pseudonyms) => pseudonyms.name(text);
const address: Change = (text, pseudonyms) => pseudonyms.name(text, 'address');
const place: Change = (text, pseudonyms) => pseudonyms.placeCode(text.trim()).padEnd(text.length);
const scrub: Change = (text, pseudonyms) => pseudonyms.scrub(text);
const keep: Change = (text) => text;

/** Text of CDA elements by name; every other text may hold anything, and is hidden. */
const TEXTS: Readonly<Record<string, Change>> = {
  family: name,
  given: name,
  prefix: keep,
  suffix: keep,
  streetAddressLine: address,
  streetName: address,
  streetNameBase: address,
  houseNumber: address,
  additionalLocator: address,
  unitID: address,
  postBox: address,
  city: address,
  postalCode: place,
  county: place,
  precinct: place,
  censusTract: place,
  state: keep,
  country: keep,
  title: scrub,
  originalText: scrub,
  manufacturerModelName: scrub,
  softwareName: scrub,
};

const ORGANISATION = /(Organization|Custodian|serviceProviderOrganization|Facility|manufacturedMaterial|entity)$/i;
/** Attributes that hold words and numbers of the standard. */
const TECHNICAL =
  /^(xmlns|xsi|root|code|codeSystem|classCode|moodCode|typeCode|determinerCode|unit|nullFlavor|use|mediaType|representation|ID|IDREF|idref|contextConductionInd|contextControlCode|inversionInd|independentInd|negationInd|qualifier|styleCode|operator|institutionSpecified|displayable|assigningAuthorityName|codeSystemName|codeSystemVersion|border|width|align|colspan|rowspan|styleCode|listType|referencedObject|language|compression|integrityCheckAlgorithm|partType|currency|type|sdtc)$/;

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /(\s+)([^\s=>]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/** A CDA document: same elements in the same order, same encoding. Throws document errors for what is no XML. */
export function redactXml(bytes: Uint8Array, pseudonyms: Pseudonyms, embedded: RedactEmbedded): Uint8Array {
  const decoded = decodeXml(bytes);
  // Well-formed, or not touched: what is rewritten below could otherwise be read in two ways.
  scanXml(decoded, DEFAULT_XML_LIMITS);
  if (decoded.encoding !== 'UTF-8') throw new UnredactableError(`encoding ${decoded.encoding}`);
  const text = new XmlRedactor(pseudonyms, embedded).redact(decoded.text);
  return Buffer.from((decoded.hasByteOrderMark ? '\ufeff' : '') + text);
}

const FHIR = 'http://hl7.org/fhir';

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

class XmlRedactor {
  readonly #open: Open[] = [];

  constructor(
    private readonly pseudonyms: Pseudonyms,
    private readonly embedded: RedactEmbedded,
  ) {}

  redact(text: string): string {
    let end = 0;
    const redacted = text.replace(TOKEN, (token: string, ...groups: (string | number | undefined)[]) => {
      const [cdata, closed, opened, attributes, empty, content, offset] = groups as [
        string?,
        string?,
        string?,
        string?,
        string?,
        string?,
        number?,
      ];
      if (offset !== end) throw new UnredactableError('markup');
      end = offset + token.length;
      if (cdata !== undefined) return `<![CDATA[${this.#text(cdata)}]]>`;
      if (closed !== undefined) this.#open.pop();
      else if (opened !== undefined) return this.#element(opened, attributes ?? '', empty === '/', token);
      else if (content !== undefined) return this.#content(content);
      else if (token.startsWith('<!--')) return `<!--${this.pseudonyms.freeText(token.slice(4, -3))}-->`;
      return token;
    });
    if (end !== text.length) throw new UnredactableError('markup');
    return redacted;
  }

  #element(tag: string, source: string, isEmpty: boolean, token: string): string {
    const local = localOf(tag);
    const attributes = Object.fromEntries(
      Array.from(source.matchAll(ATTRIBUTE), ([, , key = '', , value = '']) => [key, unescapeXml(value.slice(1, -1))]),
    );
    const rest = token.slice(1 + tag.length + source.length);
    const changed = source.replace(ATTRIBUTE, (_whole, space: string, key: string, equals: string, quoted: string) => {
      const value = this.#attribute(local, key, unescapeXml(quoted.slice(1, -1)), attributes);
      const before = unescapeXml(quoted.slice(1, -1));
      return space + key + equals + (value === before ? quoted : `"${escapeXml(value)}"`);
    });
    if (!isEmpty) this.#open.push({ name: local, attributes });
    return `<${tag}${changed}${rest}`;
  }

  #attribute(element: string, key: string, value: string, all: Readonly<Record<string, string>>): string {
    if (this.#isFhir) return this.#fhirAttribute(element, key, value, all);
    if (key === 'extension')
      return element === 'templateId' || element === 'typeId' ? value : this.pseudonyms.identifier(value);
    if (key === 'root' && (value === INS_OIDS.nir || value === INS_OIDS.nia) && all.extension !== undefined)
      return INS_OIDS.testNir;
    if (TECHNICAL.test(key) || key.startsWith('xmlns') || key.startsWith('xsi:')) return value;
    if (key !== 'value') return this.pseudonyms.scrub(value);
    if (element === 'birthTime') return this.pseudonyms.birthDate(value);
    if (element === 'telecom') return this.pseudonyms.telecom(value);
    if (/^(19|20)\d{2}(\d{2}){0,5}(\.\d+)?([+-]\d{4})?$/.test(value) && all.unit === undefined)
      return this.pseudonyms.timestamp(value);
    if (/^[-+]?\d*\.?\d+$/.test(value) || value.startsWith('#') || value === 'true' || value === 'false') return value;
    return /[\s\p{L}]/u.test(value) ? this.pseudonyms.freeText(value) : this.pseudonyms.scrub(value);
  }

  /** The root says so: a FHIR resource in XML keeps its values in attributes, under the names they have in JSON. */
  get #isFhir(): boolean {
    return (this.#open[0]?.attributes.xmlns ?? '') === FHIR;
  }

  #fhirAttribute(element: string, key: string, value: string, all: Readonly<Record<string, string>>): string {
    if (key.startsWith('xmlns')) return value;
    const keys = [...this.#open.map(({ name: open }) => open), element, ...(key === 'value' ? [] : [key])];
    return fhirText({ keys, value, parent: all }, this.pseudonyms, this.embedded);
  }

  #content(content: string): string {
    if (content.trim() === '') return content;
    const before = unescapeXml(content);
    const after = this.#text(before);
    return after === before ? content : escapeXml(after);
  }

  #text(text: string): string {
    const parent = this.#open.at(-1);
    if (parent?.attributes.representation === 'B64') return this.embedded.base64(text);
    if (this.#open.some(({ name: open }) => open === 'text' || open === 'Signature')) {
      return this.#open.some(({ name: open }) => open === 'Signature') ? '' : this.pseudonyms.freeText(text);
    }
    if (parent?.name === 'name') {
      const owner = this.#open.at(-2)?.name ?? '';
      return ORGANISATION.test(owner) ? this.pseudonyms.scrub(text) : this.pseudonyms.name(text);
    }
    if (parent?.name === 'addr') return this.pseudonyms.name(text, 'address');
    const change = TEXTS[parent?.name ?? ''];
    return change ? change(text, this.pseudonyms) : this.pseudonyms.freeText(text);
  }
}

function localOf(tag: string): string {
  return tag.split(':').at(-1) ?? tag;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, entity?: string) => {
      if (entity !== undefined) return ENTITIES[entity] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
