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
    const steps: string[] = [];
    for (let at = index; at >= 0; at = this.elements.parentOf(at)) steps.unshift(this.#step(at));
    return `/${steps.join('/')}`;
  }

  #step(index: number): string {
    const name = this.elements.qualifiedName(index);
    const shown = this.#plainPrefix !== '' && name.startsWith(this.#plainPrefix) ? this.#plain(name) : name;
    const same = this.elements
      .childrenOf(this.elements.parentOf(index))
      .filter((sibling) => this.elements.qualifiedName(sibling) === name);
    return same.length > 1 ? `${shown}[${same.indexOf(index) + 1}]` : shown;
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
      const children = this.elements.childrenOf(at);
      const candidates = name === '*' ? children : children.filter((one) => this.elements.qualifiedName(one) === name);
      const next = candidates[Number(place) - 1];
      if (next === undefined) return undefined;
      at = next;
    }
    return at < 0 ? undefined : at;
  }
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
