import { makeError, type Text } from '../../core/index.js';
import type { DecodedXml } from './decode-xml.js';
import { ElementTable } from './element-table.js';
import type { XmlLimits } from './limits.js';

/**
 * Reads the tags of a document once, before any parser sees it: refuses a document type or an entity declaration, keeps
 * depth and sizes in bounds, and notes where every element stands. What it does not look at (characters, namespaces,
 * references) is left to libxml2, which reads the same text next.
 * Throws `xml-doctype`, `xml-malformed`, `xml-truncated`, `xml-too-deep`, `xml-too-many-elements`,
 * `xml-too-many-children`, `xml-tag-too-large`.
 */
export function scanXml(decoded: DecodedXml, limits: XmlLimits): ElementTable {
  return new Scan(decoded, limits).run();
}

const NAME = /[^\s<>/="'&!?]{1,1000}/y;
/** A name, and the end of the tag when it follows at once: most tags have no attribute. */
const NAME_AND_END = /([^\s<>/="'&!?]{1,1000})(\/?>)?/y;
const ATTRIBUTE = /\s+[^\s<>/="'&!?]{1,1000}\s*=\s*(?:"[^"<]*"|'[^'<]*')/y;
const TAG_END = /\s*(\/?)>/y;
const END_TAG_END = /\s*>/y;

class Scan {
  readonly #text: string;
  readonly #table: ElementTable;
  readonly #open: number[] = [];
  #at = 0;
  #roots = 0;

  constructor(
    private readonly decoded: DecodedXml,
    private readonly limits: XmlLimits,
  ) {
    this.#text = decoded.text;
    this.#table = new ElementTable(decoded);
  }

  run(): ElementTable {
    for (;;) {
      const next = this.#text.indexOf('<', this.#at);
      if (this.#open.length === 0) this.#onlyBlanks(next < 0 ? this.#text.length : next);
      if (next < 0) break;
      this.#at = next;
      this.#markup();
    }
    const last = this.#open.at(-1);
    if (last !== undefined) throw this.#truncated(this.#table.qualifiedName(last), this.#text.length);
    if (this.#roots === 0) throw this.#malformed(this.#text.length, REASONS.noRoot);
    return this.#table;
  }

  #markup(): void {
    const text = this.#text;
    const second = text[this.#at + 1];
    if (second === '!') this.#exclamation();
    else if (second === '?') this.#skipTo('?>', 2);
    else if (second === '/') this.#endTag();
    else this.#startTag();
  }

  #exclamation(): void {
    const text = this.#text;
    if (text.startsWith('<!--', this.#at)) this.#skipTo('-->', 4);
    else if (text.startsWith('<![CDATA[', this.#at) && this.#open.length > 0) this.#skipTo(']]>', 9);
    else if (text.length - this.#at < 9 && '<![CDATA['.startsWith(text.slice(this.#at)))
      throw this.#truncated('<![CDATA[', this.#at);
    else if (/^<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION|\[)/i.test(text.slice(this.#at, this.#at + 12)))
      throw makeError('xml-doctype', this.#place(this.#at));
    else throw this.#malformed(this.#at, REASONS.markup);
  }

  #skipTo(mark: string, from: number): void {
    const end = this.#text.indexOf(mark, this.#at + from);
    if (end < 0) throw this.#truncated(mark, this.#at);
    this.#at = end + mark.length;
  }

  #startTag(): void {
    const start = this.#at;
    const [whole, name, tagEnd] = this.#match(NAME_AND_END, start + 1) ?? [];
    if (whole === undefined || name === undefined) throw this.#noMatch(start + 1, REASONS.name);
    let at = start + 1 + whole.length;
    if (tagEnd !== undefined) {
      this.#at = at;
      this.#add(name, start, tagEnd.length === 2);
      return;
    }
    let attributes = 0;
    for (ATTRIBUTE.lastIndex = at; ATTRIBUTE.test(this.#text); ) {
      at = ATTRIBUTE.lastIndex;
      attributes += 1;
      if (attributes > this.limits.maxAttributes || at - start > this.limits.maxTagLength) throw this.#tagTooLarge();
    }
    const end = this.#match(TAG_END, at);
    if (!end) throw this.#noMatch(at, REASONS.attribute);
    this.#at = at + end[0].length;
    this.#add(name, start, end[1] === '/');
  }

  #add(name: string, start: number, isEmpty: boolean): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      this.#roots += 1;
      if (this.#roots > 1) throw this.#malformed(start, REASONS.twoRoots);
    }
    if (this.#open.length >= this.limits.maxDepth)
      throw makeError('xml-too-deep', { ...this.#place(start), limit: this.limits.maxDepth });
    if (this.#table.count >= this.limits.maxElements)
      throw makeError('xml-too-many-elements', { limit: this.limits.maxElements });
    const index = this.#table.add(name, parent ?? -1, start, this.#at);
    this.#countChild(start);
    if (isEmpty) this.#table.close(index, this.#at);
    else this.#open.push(index);
  }

  /** How many children each open element has so far. */
  readonly #children: number[] = [];

  #countChild(start: number): void {
    const depth = this.#open.length;
    const count = (this.#children[depth] ?? 0) + 1;
    this.#children[depth] = count;
    this.#children[depth + 1] = 0;
    if (count > this.limits.maxChildren)
      throw makeError('xml-too-many-children', { ...this.#place(start), limit: this.limits.maxChildren });
  }

  #endTag(): void {
    const start = this.#at;
    const index = this.#open.pop();
    const expected = index === undefined ? undefined : this.#table.qualifiedName(index);
    if (index !== undefined && expected !== undefined && this.#text.startsWith(`${expected}>`, start + 2)) {
      this.#at = start + 3 + expected.length;
      this.#table.close(index, this.#at);
      return;
    }
    const name = this.#match(NAME, start + 2)?.[0];
    if (name === undefined) throw this.#noMatch(start + 2, REASONS.name);
    if (index === undefined || expected === undefined) throw this.#malformed(start, REASONS.notOpen(name));
    if (name !== expected) throw this.#malformed(start, REASONS.mismatch(expected, name));
    const end = this.#match(END_TAG_END, start + 2 + name.length);
    if (!end) throw this.#noMatch(start + 2 + name.length, REASONS.attribute);
    this.#at = start + 2 + name.length + end[0].length;
    this.#table.close(index, this.#at);
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#text);
  }

  #onlyBlanks(end: number): void {
    const between = /[^\s]/.exec(this.#text.slice(this.#at, end));
    if (between) throw this.#malformed(this.#at + between.index, REASONS.outside);
  }

  /** Where a tag stops making sense: at the end of the text it was cut, elsewhere it is wrong. */
  #noMatch(at: number, reason: Text): Error {
    if (this.#text.indexOf('>', at) < 0) return this.#truncated('>', this.#at);
    return this.#malformed(at, reason);
  }

  #truncated(missing: string, index: number): Error {
    return makeError('xml-truncated', { ...this.#place(index), missing: short(missing) });
  }

  #malformed(index: number, { fr, en }: Text): Error {
    return makeError('xml-malformed', { ...this.#place(index), reasonFr: fr, reasonEn: en });
  }

  #tagTooLarge(): Error {
    const { maxTagLength, maxAttributes } = this.limits;
    return makeError('xml-tag-too-large', { ...this.#place(this.#at), maxTagLength, maxAttributes });
  }

  #place(index: number): { line: number; column: number } {
    return this.decoded.places.lineAndColumn(index);
  }
}

/** Names of elements are words of the standard, yet a hostile document may use anything. */
function short(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

const REASONS = {
  noRoot: { fr: 'aucun élément', en: 'no element' },
  twoRoots: { fr: 'un second élément racine', en: 'a second root element' },
  outside: { fr: 'du texte hors de l’élément racine', en: 'text outside the root element' },
  markup: { fr: 'balise « <! » inconnue', en: 'unknown "<!" markup' },
  name: { fr: 'un nom d’élément est attendu après « < »', en: 'an element name is expected after "<"' },
  attribute: {
    fr: 'attribut ou fin de balise mal écrits',
    en: 'attribute or end of tag badly written',
  },
  notOpen: (name: string): Text => ({
    fr: `balise fermante ${short(name)} sans balise ouvrante`,
    en: `end tag ${short(name)} without a start tag`,
  }),
  mismatch: (expected: string, found: string): Text => ({
    fr: `balise fermante ${short(found)}, alors que ${short(expected)} est ouvert`,
    en: `end tag ${short(found)} while ${short(expected)} is open`,
  }),
} as const;
