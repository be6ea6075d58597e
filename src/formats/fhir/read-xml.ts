import { createRequire } from 'node:module';
import type * as Saxes from 'saxes';
import { makeError } from '../../core/index.js';
import { decodeFhir } from './decode.js';
import { type FhirAnomaly, type FhirAnomalyCode, FhirDocument } from './document.js';
import { FhirElement } from './element.js';
import { DEFAULT_FHIR_LIMITS, type FhirLimits, MAX_FHIR_ANOMALIES } from './limits.js';
import type { ReadFhirOptions } from './read-json.js';
import { syntaxError } from './syntax-error.js';
import { XML_REASONS } from './xml-reasons.js';

const FHIR = 'http://hl7.org/fhir';
const XHTML = 'http://www.w3.org/1999/xhtml';

// Loaded when the first XML document comes: most runs read none.
let saxes: typeof Saxes | undefined;
const loadSaxes = (): typeof Saxes => {
  saxes ??= createRequire(import.meta.url)('saxes') as typeof Saxes;
  return saxes;
};

/**
 * Reads one FHIR resource in XML into the same model as JSON. A document type declaration is refused, so no entity is
 * ever expanded. Throws document errors only, as `readFhirJson`.
 */
export function readFhirXml(bytes: Uint8Array, options: ReadFhirOptions = {}): FhirDocument {
  const limits = { ...DEFAULT_FHIR_LIMITS, ...options };
  const { text, byteLength, lead } = decodeFhir(bytes, limits);
  const builder = new XmlBuilder(text, limits);
  const root = builder.read();
  const { anomalies } = builder;
  const { origin } = options;
  return new FhirDocument({ syntax: 'xml', text, byteLength, lead, root, anomalies, ...(origin && { origin }) });
}

interface Open {
  readonly element: FhirElement;
  readonly children: FhirElement[];
  /** A `<resource>` or `<contained>` waits for the resource inside it. */
  readonly isWrapper: boolean;
}

class XmlBuilder {
  readonly anomalies: FhirAnomaly[] = [];
  readonly #stack: Open[] = [];
  #root: FhirElement | undefined;
  #count = 0;
  /** Depth inside a narrative, whose markup is kept as text. */
  #inDiv = 0;
  #tagStart = 0;
  #divStart = 0;

  constructor(
    private readonly text: string,
    private readonly limits: FhirLimits,
  ) {}

  read(): FhirElement {
    const { SaxesParser } = loadSaxes();
    const parser = new SaxesParser({ xmlns: true, position: true });
    parser.on('doctype', () => this.#fail(parser, XML_REASONS.doctype));
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) this.#fail(parser, XML_REASONS.encoding);
    });
    parser.on('opentagstart', () => {
      this.#tagStart = this.text.lastIndexOf('<', parser.position - 1);
    });
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', () => this.#close(parser.position));
    parser.on('text', (text) => this.#text(text, parser.position));
    parser.on('cdata', (text) => this.#text(text, parser.position));
    parser.on('error', () => this.#fail(parser, XML_REASONS.malformed));
    parser.write(this.text).close();
    if (!this.#root) throw syntaxError(this.text, 0, XML_REASONS.malformed);
    if (this.#root.resourceType === undefined) throw syntaxError(this.text, this.#root.start, XML_REASONS.notFhir);
    return this.#root;
  }

  #fail(parser: Saxes.SaxesParser, reason: { fr: string; en: string }): never {
    throw syntaxError(this.text, Math.max(0, parser.position - 1), reason);
  }

  #note(code: FhirAnomalyCode, element: FhirElement, start: number, end: number, name?: string): void {
    if (this.anomalies.length >= MAX_FHIR_ANOMALIES) return;
    this.anomalies.push({ code, element, start, end, ...(name !== undefined && { name }) });
  }

  #open(tag: Saxes.SaxesTagNS): void {
    if (++this.#count > this.limits.maxElements) {
      throw makeError('fhir-too-many-elements', { limit: this.limits.maxElements });
    }
    if (this.#stack.length + this.#inDiv > this.limits.maxDepth) {
      throw makeError('fhir-too-deep', { limit: this.limits.maxDepth });
    }
    if (this.#inDiv > 0 || (tag.local === 'div' && tag.uri === XHTML && this.#stack.length > 0)) {
      if (this.#inDiv++ === 0) this.#divStart = this.#tagStart;
      return;
    }
    const top = this.#stack.at(-1);
    if (top?.isWrapper && top.children.length === 0 && /^[A-Z]/.test(tag.local)) {
      // <resource><Observation>: the inner tag only names the type.
      top.element.resourceType = tag.local;
      this.#stack.push({ element: top.element, children: top.children, isWrapper: false });
      this.#attributes(tag, top.element, top.children);
      return;
    }
    this.#push(tag, top);
  }

  #push(tag: Saxes.SaxesTagNS, top: Open | undefined): void {
    const value = tag.attributes.value?.value;
    const kind = value === undefined ? 'object' : 'text';
    const element = new FhirElement(top ? tag.local : '', top?.element, kind, value, this.#tagStart);
    if (tag.uri !== FHIR) this.#note('foreign-namespace', element, this.#tagStart, this.#tagStart + 1, tag.local);
    else if (!top) element.resourceType = tag.local;
    top?.children.push(element);
    if (!top) this.#root = element;
    const children: FhirElement[] = [];
    const isWrapper = top !== undefined && WRAPPERS.has(tag.local) && value === undefined;
    this.#stack.push({ element, children, isWrapper });
    this.#attributes(tag, element, children);
  }

  /** `id` and the `url` of an extension are attributes in XML and properties in JSON. */
  #attributes(tag: Saxes.SaxesTagNS, element: FhirElement, children: FhirElement[]): void {
    for (const { name, local, prefix, uri, value } of Object.values(tag.attributes)) {
      if (prefix === 'xmlns' || name === 'xmlns' || uri === 'http://www.w3.org/2001/XMLSchema-instance') continue;
      if (local === 'value' && prefix === '') continue;
      if (prefix === '' && (local === 'id' || local === 'url')) {
        const child = new FhirElement(local, element, 'text', value, this.#tagStart);
        child.end = this.#tagStart + 1;
        children.push(child);
      } else this.#note('unknown-attribute', element, this.#tagStart, this.#tagStart + 1, local);
    }
  }

  #close(position: number): void {
    if (this.#inDiv > 0) {
      if (--this.#inDiv === 0) this.#closeDiv(position);
      return;
    }
    const open = this.#stack.pop();
    if (!open) return;
    const { element, children } = open;
    element.end = position;
    element.children = children;
    numberSiblings(children);
  }

  #closeDiv(position: number): void {
    const top = this.#stack.at(-1);
    if (!top) return;
    const markup = this.text.slice(this.#divStart, position);
    const div = new FhirElement('div', top.element, 'xhtml', markup, this.#divStart);
    div.end = position;
    top.children.push(div);
  }

  #text(text: string, position: number): void {
    const top = this.#stack.at(-1);
    if (this.#inDiv > 0 || !top || text.trim() === '') return;
    const start = Math.max(top.element.start, position - text.length - 1);
    this.#note('text-content', top.element, start, Math.max(start, position - 1));
  }
}

/** Elements of type Resource in R4: Bundle.entry.resource, Bundle.entry.response.outcome, contained, parameters. */
const WRAPPERS: ReadonlySet<string> = new Set(['resource', 'contained', 'outcome']);

function numberSiblings(children: readonly FhirElement[]): void {
  const counts = new Map<string, number>();
  for (const { name } of children) counts.set(name, (counts.get(name) ?? 0) + 1);
  const next = new Map<string, number>();
  for (const child of children) {
    if ((counts.get(child.name) ?? 0) < 2) continue;
    child.index = next.get(child.name) ?? 0;
    next.set(child.name, child.index + 1);
  }
}
