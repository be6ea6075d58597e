import { DEFAULT_XML_LIMITS, decodeXml, type ElementTable, type Span, scanXml } from '../../src/formats/cda/index.js';

/** A document with one fault, and what was done to it. */
export interface XmlMutant {
  readonly kind: MutantKind;
  /** Signature of the place: same kind at the same kind of place. */
  readonly place: string;
  readonly text: string;
}

export const MUTANT_KINDS = [
  'remove-element',
  'double-element',
  'swap-elements',
  'rename-element',
  'insert-element',
  'insert-text',
  'remove-attribute',
  'foreign-attribute',
  'spoil-attribute',
] as const;
export type MutantKind = (typeof MUTANT_KINDS)[number];

/** Every one-fault mutant of a document, place by place; the text stays well-formed. */
export function* xmlMutants(text: string): Generator<XmlMutant> {
  const table = scanXml(decodeXml(Buffer.from(text)), DEFAULT_XML_LIMITS);
  const maker = new Maker(text.replace(/^\uFEFF/, ''), table);
  for (let index = 0; index < table.count; index++) {
    yield* maker.elementMutants(index);
    yield* maker.attributeMutants(index);
  }
}

class Maker {
  constructor(
    private readonly text: string,
    private readonly table: ElementTable,
  ) {}

  *elementMutants(index: number): Generator<XmlMutant> {
    const { table, text } = this;
    const whole = table.whole(index);
    const own = text.slice(whole.start, whole.end);
    const tag = table.startTag(index);
    const isEmpty = text.startsWith('/>', tag.end - 2);
    if (table.parentOf(index) >= 0) {
      yield this.#mutant('remove-element', index, whole, '');
      yield this.#mutant('double-element', index, whole, own + own);
      const next = this.#nextSibling(index);
      if (next !== undefined && table.qualifiedName(next) !== table.qualifiedName(index)) {
        const other = table.whole(next);
        const between = text.slice(whole.end, other.start);
        const swapped = text.slice(other.start, other.end) + between + own;
        yield this.#mutant('swap-elements', index, { start: whole.start, end: other.end }, swapped);
      }
      yield this.#mutant('rename-element', index, whole, rename(own, table.qualifiedName(index)));
    }
    if (!isEmpty) {
      yield this.#mutant('insert-element', index, { start: tag.end, end: tag.end }, '<nowhere/>');
      yield this.#mutant('insert-text', index, { start: tag.end, end: tag.end }, 'lost words');
    }
  }

  *attributeMutants(index: number): Generator<XmlMutant> {
    const { start } = this.table.startTag(index);
    const name = this.table.qualifiedName(index);
    const at = start + 1 + name.length;
    yield this.#mutant('foreign-attribute', index, { start: at, end: at }, ' nowhere="1"');
    for (const [attribute, span] of this.#attributes(index)) {
      if (attribute.startsWith('xmlns')) continue;
      yield this.#mutant('remove-attribute', index, span, '', attribute);
      yield this.#mutant('spoil-attribute', index, span, `${attribute}="~ lost ~"`, attribute);
    }
  }

  *#attributes(index: number): Generator<[string, Span]> {
    const { start, end } = this.table.startTag(index);
    for (const match of this.text.slice(start, end).matchAll(/\s([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
      const from = start + match.index + 1;
      yield [match[1] ?? '', { start: from, end: start + match.index + match[0].length }];
    }
  }

  #nextSibling(index: number): number | undefined {
    const siblings = this.table.childrenOf(this.table.parentOf(index));
    return siblings[siblings.indexOf(index) + 1];
  }

  #mutant(kind: MutantKind, index: number, span: Span, by: string, attribute = ''): XmlMutant {
    const { table, text } = this;
    const parent = table.qualifiedName(table.parentOf(index));
    const grandparent = table.qualifiedName(table.parentOf(table.parentOf(index)));
    const place = `${grandparent}/${parent}/${table.qualifiedName(index)}${attribute && `/@${attribute}`}`;
    return { kind, place, text: text.slice(0, span.start) + by + text.slice(span.end) };
  }
}

function rename(own: string, name: string): string {
  const opened = `<${name}x${own.slice(1 + name.length)}`;
  const close = opened.lastIndexOf(`</${name}`);
  return close < 0 || opened.endsWith('/>')
    ? opened
    : `${opened.slice(0, close)}</${name}x${opened.slice(close + 2 + name.length)}`;
}
