import type { ElementTable } from './element-table.js';

/** Two ways to name an element: the path people read, and the one libxml2 gives with its errors. */
export class NodePaths {
  readonly #plainPrefix: string;

  constructor(private readonly elements: ElementTable) {
    this.#plainPrefix = prefixOfDocument(elements);
  }

  /**
   * `/ClinicalDocument/component/structuredBody/component[2]/section`: a number where the parent has several children
   * of that name, no prefix for the names of CDA itself.
   */
  pathOf(index: number): string {
    if (index < 0) return '';
    let path = this.#known.get(index);
    if (path === undefined) {
      path = `${this.pathOf(this.elements.parentOf(index))}/${this.#step(index)}`;
      this.#known.set(index, path);
    }
    return path;
  }

  readonly #known = new Map<number, string>();

  #step(index: number): string {
    const name = this.elements.qualifiedName(index);
    const shown = this.#plainPrefix !== '' && name.startsWith(this.#plainPrefix) ? this.#plain(name) : name;
    const same = this.#sameNamed(this.elements.parentOf(index)).get(name) ?? [];
    return same.length > 1 ? `${shown}[${placeIn(same, index) + 1}]` : shown;
  }

  readonly #groups = new Map<number, ReadonlyMap<string, readonly number[]>>();

  /** Children of an element by name, grouped once: thousands of findings may stand among thousands of siblings. */
  #sameNamed(parent: number): ReadonlyMap<string, readonly number[]> {
    const known = this.#groups.get(parent);
    if (known) return known;
    const groups = new Map<string, number[]>();
    for (const child of this.elements.childrenOf(parent)) {
      const name = this.elements.qualifiedName(child);
      const group = groups.get(name);
      if (group) group.push(child);
      else groups.set(name, [child]);
    }
    this.#groups.set(parent, groups);
    return groups;
  }

  #plain(name: string): string {
    return name.slice(this.#plainPrefix.length);
  }

  /**
   * libxml2 writes `*[n]`, counting every child, for an element whose namespace has no prefix, and `p:name[n]`, counting
   * children of that name, for the others. A last `@name` is left out.
   */
  indexOfNodePath(path: string): number | undefined {
    let at = -1;
    for (const step of path.split('/').slice(1)) {
      const match = /^([^[@]+)(?:\[(\d+)\])?$/.exec(step);
      if (!match) break;
      const [, name = '', place = '1'] = match;
      const candidates = name === '*' ? this.elements.childrenOf(at) : this.#sameNamed(at).get(name);
      const next = candidates?.[Number(place) - 1];
      if (next === undefined) return undefined;
      at = next;
    }
    return at < 0 ? undefined : at;
  }
}

/** Place of a number in a rising list that holds it. */
function placeIn(rising: readonly number[], wanted: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `c:` when the document writes `c:ClinicalDocument`. */
function prefixOfDocument(elements: ElementTable): string {
  for (let index = 0; index < elements.count; index++) {
    const name = elements.qualifiedName(index);
    if (name === 'ClinicalDocument') return '';
    if (name.endsWith(':ClinicalDocument')) return name.slice(0, name.indexOf(':') + 1);
  }
  return '';
}
