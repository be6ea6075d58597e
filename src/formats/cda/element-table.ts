import type { DecodedXml } from './decode-xml.js';

/** A piece of the text by character index, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every element of a document in document order: where it stands and what it is in. Filled by the scan. */
export class ElementTable {
  readonly #names: string[] = [];
  readonly #parents: number[] = [];
  readonly #starts: number[] = [];
  readonly #tagEnds: number[] = [];
  readonly #ends: number[] = [];
  #children: ReadonlyMap<number, readonly number[]> | undefined;

  constructor(private readonly decoded: DecodedXml) {}

  get count(): number {
    return this.#names.length;
  }

  /** Returns the number of the element; `parent` is -1 for the root. */
  add(name: string, parent: number, start: number, tagEnd: number): number {
    this.#names.push(name);
    this.#parents.push(parent);
    this.#starts.push(start);
    this.#tagEnds.push(tagEnd);
    this.#ends.push(tagEnd);
    return this.#names.length - 1;
  }

  close(index: number, end: number): void {
    this.#ends[index] = end;
  }

  /** Name as written, prefix included. */
  qualifiedName(index: number): string {
    return this.#names[index] ?? '';
  }

  parentOf(index: number): number {
    return this.#parents[index] ?? -1;
  }

  childrenOf(index: number): readonly number[] {
    this.#children ??= groupByParent(this.#parents);
    return this.#children.get(index) ?? [];
  }

  /** The start tag, from `<` to `>` included. */
  startTag(index: number): Span {
    return { start: this.#starts[index] ?? 0, end: this.#tagEnds[index] ?? 0 };
  }

  /** The whole element with its content. */
  whole(index: number): Span {
    return { start: this.#starts[index] ?? 0, end: this.#ends[index] ?? 0 };
  }

  /** The element whose start tag, or else whose end tag, ends there. */
  endingAt(index: number): number | undefined {
    const byTag = this.#tagEnds.indexOf(index);
    const found = byTag >= 0 ? byTag : this.#ends.indexOf(index);
    return found >= 0 ? found : undefined;
  }

  /** Name, `=` and quoted value of an attribute, named as written; undefined when the tag does not have it. */
  attribute(index: number, name: string): Span | undefined {
    const { start, end } = this.startTag(index);
    const tag = this.decoded.text.slice(start, end);
    for (const match of tag.matchAll(/\s([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
      if (match[1] === name) return { start: start + match.index + 1, end: start + match.index + match[0].length };
    }
    return undefined;
  }
}

function groupByParent(parents: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [index, parent] of parents.entries()) {
    const group = groups.get(parent);
    if (group) group.push(index);
    else groups.set(parent, [index]);
  }
  return groups;
}
