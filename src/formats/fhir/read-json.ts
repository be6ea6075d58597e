import { makeError, type Text } from '../../core/index.js';
import { decodeFhir } from './decode.js';
import { type FhirAnomaly, type FhirAnomalyCode, FhirDocument } from './document.js';
import { FhirElement, type FhirValueKind } from './element.js';
import { foldUnderscores } from './fold-underscores.js';
import { JSON_REASONS } from './json-reasons.js';
import { DEFAULT_FHIR_LIMITS, type FhirLimits, MAX_FHIR_ANOMALIES } from './limits.js';
import { syntaxError } from './syntax-error.js';

export interface ReadFhirOptions extends Partial<FhirLimits> {
  /** Where the document starts in its file, for a line of NDJSON. */
  readonly origin?: { readonly offset: number; readonly line: number };
}

/**
 * Reads one FHIR resource in JSON, strictly (RFC 8259), with the place of every element.
 * Throws document errors only: `fhir-too-large`, `fhir-bad-encoding`, `fhir-syntax`, `fhir-too-deep`,
 * `fhir-too-many-elements`.
 */
export function readFhirJson(bytes: Uint8Array, options: ReadFhirOptions = {}): FhirDocument {
  const limits = { ...DEFAULT_FHIR_LIMITS, ...options };
  const { text, byteLength, lead } = decodeFhir(bytes, limits);
  const reader = new JsonReader(text, limits, options.origin?.line ?? 1);
  const root = reader.read();
  if (lead > 0) reader.note('byte-order-mark', root, 0, 0);
  const { anomalies } = reader;
  const { origin } = options;
  return new FhirDocument({ syntax: 'json', text, byteLength, lead, root, anomalies, ...(origin && { origin }) });
}

/** From this many properties on, names are looked up in a set instead of one by one. */
const MANY_PROPERTIES = 16;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** One pass over the text; every character is looked at once. */
class JsonReader {
  readonly anomalies: FhirAnomaly[] = [];
  #at = 0;
  #count = 0;
  /** True when the string just read held an escape that gave half of a character. */
  #loneSurrogate = false;

  constructor(
    private readonly text: string,
    private readonly limits: FhirLimits,
    private readonly firstLine: number,
  ) {}

  read(): FhirElement {
    this.#skipBlanks();
    if (this.text[this.#at] !== '{') throw this.#error(JSON_REASONS.notAnObject);
    const root = this.#object('', undefined, undefined, 1);
    this.#skipBlanks();
    if (this.#at < this.text.length) throw this.#error(JSON_REASONS.afterEnd);
    if (root.resourceType === undefined) throw this.#error(JSON_REASONS.noResourceType, root.start);
    return root;
  }

  note(code: FhirAnomalyCode, element: FhirElement, start: number, end: number, name?: string): void {
    if (this.anomalies.length >= MAX_FHIR_ANOMALIES) return;
    this.anomalies.push({ code, element, start, end, ...(name !== undefined && { name }) });
  }

  #error(reason: Text, at = this.#at): Error {
    return syntaxError(this.text, at, at >= this.text.length ? JSON_REASONS.cut : reason, this.firstLine);
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at++;
    }
  }

  #count1(depth: number): void {
    if (depth > this.limits.maxDepth) throw makeError('fhir-too-deep', { limit: this.limits.maxDepth });
    if (++this.#count > this.limits.maxElements) {
      throw makeError('fhir-too-many-elements', { limit: this.limits.maxElements });
    }
  }

  /** At an opening brace. */
  #object(name: string, parent: FhirElement | undefined, index: number | undefined, depth: number): FhirElement {
    this.#count1(depth);
    const element = new FhirElement(name, parent, 'object', undefined, this.#at);
    element.index = index;
    const children: FhirElement[] = [];
    const names = new PropertyNames();
    this.#at++;
    this.#skipBlanks();
    let hasUnderscore = false;
    while (this.text[this.#at] !== '}') {
      const keyStart = this.#at;
      const key = this.#key();
      if (key.charCodeAt(0) === 95) hasUnderscore = true;
      const before = children.length;
      this.#property(key, element, children, depth);
      if (names.add(key)) this.#betweenItems('}');
      else {
        // Keeping both would make one property look repeated; the first one counts and the place is told.
        this.note('duplicate-key', element, keyStart, this.#at, key);
        children.length = before;
        this.#betweenItems('}');
      }
    }
    this.#at++;
    element.end = this.#at;
    element.children = hasUnderscore ? foldUnderscores(element, children, this) : children;
    return element;
  }

  #key(): string {
    const code = this.text[this.#at];
    if (code !== '"') throw this.#error(code === '}' ? JSON_REASONS.trailingComma : this.#reasonOf(JSON_REASONS.key));
    const key = this.#string();
    this.#skipBlanks();
    if (this.text[this.#at] !== ':') throw this.#error(JSON_REASONS.colon);
    this.#at++;
    this.#skipBlanks();
    return key;
  }

  /** After an item: a comma and the next one, or the closing mark. */
  #betweenItems(close: '}' | ']'): void {
    this.#skipBlanks();
    const char = this.text[this.#at];
    if (char === close) return;
    if (char !== ',') throw this.#error(this.#reasonOf(JSON_REASONS.comma));
    this.#at++;
    this.#skipBlanks();
    if (this.text[this.#at] === close) throw this.#error(JSON_REASONS.trailingComma);
  }

  #property(key: string, parent: FhirElement, children: FhirElement[], depth: number): void {
    const start = this.#at;
    if (this.text[start] === '[') {
      this.#array(key, parent, children, depth + 1);
      return;
    }
    const child = this.#value(key, parent, undefined, depth + 1);
    if (key === 'resourceType' && child.kind === 'string' && parent.resourceType === undefined) {
      parent.resourceType = child.text;
    } else children.push(child);
  }

  /** At an opening bracket. Items become children of `parent`; an empty array leaves one child of kind `array`. */
  #array(name: string, parent: FhirElement, children: FhirElement[], depth: number): void {
    this.#count1(depth);
    const start = this.#at++;
    this.#skipBlanks();
    let index = 0;
    while (this.text[this.#at] !== ']') {
      if (this.text[this.#at] === '[') this.#nestedArray(name, parent, children, index, depth);
      else children.push(this.#value(name, parent, index, depth + 1));
      index += 1;
      this.#betweenItems(']');
    }
    this.#at++;
    if (index > 0) return;
    const empty = new FhirElement(name, parent, 'array', undefined, start);
    empty.end = this.#at;
    children.push(empty);
  }

  /** FHIR has no array in an array: its items are dropped and the place is told. */
  #nestedArray(name: string, parent: FhirElement, children: FhirElement[], index: number, depth: number): void {
    const start = this.#at;
    this.#array(name, parent, [], depth + 1);
    const element = new FhirElement(name, parent, 'array', undefined, start);
    element.index = index;
    element.end = this.#at;
    this.note('nested-array', element, start, this.#at, name);
    children.push(element);
  }

  #value(name: string, parent: FhirElement, index: number | undefined, depth: number): FhirElement {
    const start = this.#at;
    const char = this.text[start];
    if (char === '{') return this.#object(name, parent, index, depth);
    this.#count1(depth);
    if (char === '"') {
      const text = this.#string();
      const element = this.#primitive(name, parent, index, 'string', text, start);
      if (this.#loneSurrogate) this.note('lone-surrogate', element, start, this.#at);
      return element;
    }
    const word = this.#word();
    if (word !== undefined) {
      const [kind, text] = word;
      return this.#primitive(name, parent, index, kind, text, start);
    }
    return this.#primitive(name, parent, index, 'number', this.#number(), start);
  }

  #primitive(
    name: string,
    parent: FhirElement,
    index: number | undefined,
    kind: FhirValueKind,
    text: string | undefined,
    start: number,
  ): FhirElement {
    const element = new FhirElement(name, parent, kind, text, start);
    element.index = index;
    element.end = this.#at;
    return element;
  }

  #word(): readonly [FhirValueKind, string | undefined] | undefined {
    if (this.text.startsWith('true', this.#at)) return this.#took(4, ['boolean', 'true']);
    if (this.text.startsWith('false', this.#at)) return this.#took(5, ['boolean', 'false']);
    if (this.text.startsWith('null', this.#at)) return this.#took(4, ['null', undefined]);
    return undefined;
  }

  #took<Value>(length: number, value: Value): Value {
    this.#at += length;
    return value;
  }

  #number(): string {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.text)?.[0];
    if (match === undefined) throw this.#error(this.#reasonOf(JSON_REASONS.value));
    this.#at += match.length;
    if (/[0-9A-Za-z.+-]/.test(this.text[this.#at] ?? '')) throw this.#error(JSON_REASONS.number);
    return match;
  }

  /** The usual slips of hand-written JSON, told by name. */
  #reasonOf(otherwise: Text): Text {
    const rest = this.text.slice(this.#at, this.#at + 9);
    if (/^[-+]?(?:NaN|Infinity)/.test(rest)) return JSON_REASONS.notANumber;
    if (rest.startsWith('//') || rest.startsWith('/*')) return JSON_REASONS.comment;
    if (rest.startsWith("'")) return JSON_REASONS.quotes;
    if (rest.startsWith(']') || rest.startsWith('}')) return JSON_REASONS.trailingComma;
    return otherwise;
  }

  /** At an opening quote; ends after the closing one. */
  #string(): string {
    const { text } = this;
    const start = ++this.#at;
    this.#loneSurrogate = false;
    let at = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 34) break;
      if (code === 92) return this.#escapedString(start, at);
      if (!(code >= 32)) throw this.#error(JSON_REASONS.control, at);
      at++;
    }
    this.#at = at + 1;
    return text.slice(start, at);
  }

  #escapedString(start: number, firstEscape: number): string {
    const { text } = this;
    const parts = [text.slice(start, firstEscape)];
    let from = firstEscape;
    let at = firstEscape;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 34) break;
      if (!(code >= 32)) throw this.#error(JSON_REASONS.control, at);
      if (code !== 92) {
        at++;
        continue;
      }
      parts.push(text.slice(from, at));
      const [char, length] = this.#escape(at);
      parts.push(char);
      at += length;
      from = at;
    }
    parts.push(text.slice(from, at));
    this.#at = at + 1;
    const whole = parts.join('');
    this.#loneSurrogate = LONE_SURROGATE.test(whole);
    return whole;
  }

  #escape(at: number): readonly [string, number] {
    const mark = this.text[at + 1] ?? '';
    if (mark === 'u') {
      const digits = this.text.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.#error(JSON_REASONS.escape, at);
      return [String.fromCharCode(Number.parseInt(digits, 16)), 6];
    }
    const char = ESCAPES[mark];
    if (char === undefined) throw this.#error(JSON_REASONS.escape, at);
    return [char, 2];
  }
}

/** Tells names seen twice; a set only where comparing one by one would be slow. */
class PropertyNames {
  readonly #few: string[] = [];
  #many: Set<string> | undefined;

  /** False when the name was there already. */
  add(name: string): boolean {
    if (this.#many) {
      const { size } = this.#many;
      return this.#many.add(name).size > size;
    }
    if (this.#few.includes(name)) return false;
    this.#few.push(name);
    if (this.#few.length > MANY_PROPERTIES) this.#many = new Set(this.#few);
    return true;
  }
}
