import {
  isPicture,
  type NarrativeNode,
  type NarrativeSection,
  type NarrativeTag,
  PICTURE_TYPES,
} from '../../core/index.js';
import { decodeBase64 } from './base64.js';
import { type CdaDocument, isElement } from './cda-document.js';
import { attributeOf } from './cda-values.js';
import { CDA_NAMESPACE } from './namespaces.js';
import { xmlLibrary } from './xml-library.js';
import type { XmlElement, XmlNode } from './xml-tree.js';

export interface Narrative {
  readonly sections: readonly NarrativeSection[];
  readonly sectionCount: number;
  readonly isCut: boolean;
}

/** Bounds of what is kept of one document. */
export interface NarrativeLimits {
  readonly nodes: number;
  readonly characters: number;
  readonly depth: number;
  readonly pictures: number;
  readonly pictureBytes: number;
}

export const NARRATIVE_LIMITS: NarrativeLimits = {
  nodes: 5000,
  characters: 100_000,
  depth: 40,
  pictures: 4,
  pictureBytes: 512 * 1024,
};

/** Elements of the narrative block (CDA R2, NarrativeBlock.xsd) and what shows them. */
const TAGS: Readonly<Record<string, NarrativeTag>> = {
  paragraph: 'p',
  item: 'li',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tfoot: 'tfoot',
  tr: 'tr',
  th: 'th',
  td: 'td',
  sub: 'sub',
  sup: 'sup',
  br: 'br',
  footnote: 'small',
  footnoteRef: 'sup',
  caption: 'strong',
};

const STYLES: Readonly<Record<string, NarrativeTag>> = {
  Bold: 'strong',
  Emphasis: 'em',
  Italics: 'em',
  Underline: 'u',
};

/**
 * The narrative of every section, in order. Only text and a closed set of elements come through: no attribute but the
 * spans of cells, no address, no script, whatever the document holds; what is unknown is reduced to its text.
 */
export function readNarrative(document: CdaDocument, limits = NARRATIVE_LIMITS): Narrative {
  return new NarrativeReader(document, limits).read();
}

class NarrativeReader {
  #nodes = 0;
  #characters = 0;
  #pictures = 0;
  #isCut = false;

  constructor(
    private readonly document: CdaDocument,
    private readonly limits: NarrativeLimits,
  ) {}

  read(): Narrative {
    const all = this.document.sections;
    const sections: NarrativeSection[] = [];
    for (const section of all) {
      if (this.#isFull()) break;
      const narrative = this.document.narrativeOf(section);
      sections.push({
        title: this.#text(this.document.text('cda:title', section).replace(/\s+/g, ' ').trim()),
        depth: depthOf(section),
        content: narrative ? this.#children(narrative, 0) : [],
      });
    }
    return { sections, sectionCount: all.length, isCut: this.#isCut };
  }

  #children(parent: XmlNode, depth: number): NarrativeNode[] {
    const { XmlText, XmlCData, XmlElement } = xmlLibrary();
    const content: NarrativeNode[] = [];
    if (!(parent instanceof XmlElement)) return content;
    if (depth > this.limits.depth) {
      this.#isCut = true;
      return content;
    }
    for (let child = parent.firstChild; child && !this.#isFull(); child = child.next) {
      if (child instanceof XmlText || child instanceof XmlCData) {
        const text = this.#text(child.content.replace(/\s+/g, ' '));
        if (text !== '') content.push(text);
      } else if (isElement(child)) content.push(...this.#element(child, depth));
    }
    return content;
  }

  #element(element: XmlElement, depth: number): NarrativeNode[] {
    this.#nodes += 1;
    if (element.namespaceUri !== CDA_NAMESPACE) return this.#children(element, depth + 1);
    switch (element.name) {
      case 'renderMultiMedia':
        return this.#media(element, depth);
      case 'list':
        return [
          {
            tag: attributeOf(element, 'listType') === 'ordered' ? 'ol' : 'ul',
            content: this.#children(element, depth + 1),
          },
        ];
      case 'content':
        return [this.#styled(element, depth)];
      case 'caption':
        if (isIn(element, 'table')) return [{ tag: 'caption', content: this.#children(element, depth + 1) }];
        return [{ tag: 'strong', content: this.#children(element, depth + 1) }, ' '];
      case 'col':
      case 'colgroup':
        return [];
    }
    const tag = Object.hasOwn(TAGS, element.name) ? TAGS[element.name] : undefined;
    const content = this.#children(element, depth + 1);
    if (!tag) return [{ tag: 'span', content }];
    return [{ tag, content, ...spans(element) }];
  }

  #styled(element: XmlElement, depth: number): NarrativeNode {
    const words = (attributeOf(element, 'styleCode') ?? '').split(/\s+/);
    const tags = [...new Set(words.flatMap((word) => (Object.hasOwn(STYLES, word) ? [STYLES[word]] : [])))];
    if (attributeOf(element, 'revised') === 'delete') tags.push('s');
    let content = this.#children(element, depth + 1);
    for (const tag of tags) if (tag) content = [{ tag, content }];
    const [only] = content;
    return tags.length > 0 && typeof only === 'object' ? only : { tag: 'span', content };
  }

  /** The pictures a reference names, with the caption that stands in it. */
  #media(element: XmlElement, depth: number): NarrativeNode[] {
    const ids = (attributeOf(element, 'referencedObject') ?? '').split(/\s+/).filter((id) => id !== '');
    const pictures = ids.slice(0, this.limits.pictures).map((id) => this.#picture(id));
    return [...pictures.filter((node) => node !== undefined), ...this.#children(element, depth + 1)];
  }

  /** Undefined for a PDF copy: it is shown as a file. */
  #picture(id: string): NarrativeNode | undefined {
    const media = this.#mediaOf(id);
    const mediaType = media && attributeOf(media, 'mediaType');
    if (mediaType === 'application/pdf') return undefined;
    const known = PICTURE_TYPES.find((type) => type === mediaType);
    if (!media || !known || this.#pictures >= this.limits.pictures) return { picture: known ?? '' };
    const { bytes } = decodeBase64(media.content);
    if (!bytes || bytes.length > this.limits.pictureBytes || !isPicture(bytes, known)) return { picture: known };
    this.#pictures += 1;
    return { picture: known, base64: Buffer.from(bytes).toString('base64') };
  }

  #mediaOf(id: string): XmlElement | undefined {
    const body = 'cda:component/cda:structuredBody';
    const all = this.document.elements(`${body}//cda:observationMedia | ${body}//cda:regionOfInterest`);
    const named = all.find((element) => attributeOf(element, 'ID') === id);
    return named && this.document.elements('(. | .//cda:observationMedia)/cda:value', named)[0];
  }

  #text(text: string): string {
    const left = Math.max(0, this.limits.characters - this.#characters);
    this.#characters += text.length;
    if (text.length <= left) return text;
    this.#isCut = true;
    return text.slice(0, left);
  }

  #isFull(): boolean {
    if (this.#nodes < this.limits.nodes && this.#characters < this.limits.characters) return false;
    this.#isCut = true;
    return true;
  }
}

function spans(cell: XmlElement): { columns?: number; rows?: number } {
  const span = (name: string) => {
    const count = Number(attributeOf(cell, name));
    return Number.isInteger(count) && count > 1 && count <= 100 ? count : undefined;
  };
  const [columns, rows] = [span('colspan'), span('rowspan')];
  return { ...(columns && { columns }), ...(rows && { rows }) };
}

function isIn(element: XmlElement, name: string): boolean {
  return element.parent?.name === name;
}

/** Sections around a section. */
function depthOf(section: XmlElement): number {
  let depth = 0;
  for (let node = section.parent; node && depth < 20; node = node.parent) if (node.name === 'section') depth += 1;
  return depth;
}
