import { type Excerpt, type Location, makeError } from '../../core/index.js';
import { type DecodedBase64, decodeBase64 } from './base64.js';
import { CdaHeader } from './cda-header.js';
import { attributeOf, type CdaIdentifier } from './cda-values.js';
import { CDA_NAMESPACE, CDA_NAMESPACES } from './namespaces.js';
import { type ReadXmlOptions, readXml } from './read-xml.js';
import { xmlLibrary } from './xml-library.js';
import type { XmlElement, XmlNode, XmlTree, XmlXPath, XPathValue } from './xml-tree.js';

/** 1: `nonXMLBody`; 3: `structuredBody`; undefined when the document has neither, or both. */
export type CdaLevel = 1 | 3;

/** What a document carries in base64: the body of a level 1, or media of a level 3. */
export interface CdaMedia {
  /** As written; undefined when the attribute is absent (no XSD default is supplied). */
  readonly mediaType: string | undefined;
  readonly representation: string | undefined;
  readonly node: XmlElement;
  /** Strictly decoded content; what is wrong when it is no base64. */
  decode(): DecodedBase64;
}

/** Template of the section that holds a PDF copy of a level 3 document (reference §2.2). */
const PDF_COPY_TEMPLATE = '1.2.250.1.213.1.1.2.243';
/** Template ids every French document has; the others name its model (reference §1.1). */
const COMMON_TEMPLATES = ['2.16.840.1.113883.2.8.2.1', '1.2.250.1.213.1.1.1.1'];

/**
 * A CDA R2 document over its parsed tree. The header is read when asked for; nothing is judged here and nothing
 * missing is an error. It holds WebAssembly memory: `dispose()` it, and use none of its nodes afterwards.
 */
export class CdaDocument {
  readonly header: CdaHeader;
  #level: CdaLevel | undefined | null = null;

  private constructor(
    readonly tree: XmlTree,
    /** The ClinicalDocument element. */
    readonly root: XmlElement,
    /** What stands around it: `xsl:stylesheet` of an auto-présentable document, `ds:Signature` of a signed one. */
    readonly wrapper: 'stylesheet' | 'signature' | undefined,
  ) {
    this.header = new CdaHeader(this);
  }

  /**
   * Reads a document from hostile bytes. Throws the errors of `readXml`, `cda-no-document` and `cda-many-documents`, all
   * of the family `document`.
   */
  static read(bytes: Uint8Array, options: ReadXmlOptions = {}): CdaDocument {
    const tree = readXml(bytes, options);
    try {
      return CdaDocument.of(tree);
    } catch (error) {
      tree.dispose();
      throw error;
    }
  }

  /** The document inside a tree that is already read; the tree then belongs to it. */
  static of(tree: XmlTree): CdaDocument {
    const { root } = tree;
    if (isClinicalDocument(root)) return new CdaDocument(tree, root, undefined);
    const wrapper = wrapperOf(root);
    const inside = wrapper ? tree.find('//cda:ClinicalDocument') : [];
    if (inside.length > 1) throw makeError('cda-many-documents', { count: inside.length });
    const [only] = inside;
    if (only === undefined || !isElement(only)) throw makeError('cda-no-document');
    return new CdaDocument(tree, only, wrapper);
  }

  dispose(): void {
    this.tree.dispose();
  }

  get level(): CdaLevel | undefined {
    if (this.#level === null) {
      const unstructured = this.test('cda:component/cda:nonXMLBody');
      const structured = this.test('cda:component/cda:structuredBody');
      this.#level = unstructured === structured ? undefined : unstructured ? 1 : 3;
    }
    return this.#level;
  }

  /** `ClinicalDocument/code/@code`: the type of document. */
  get type(): string | undefined {
    return this.header.code?.code;
  }

  /** Template ids but the two every French document has. */
  get modelTemplates(): readonly CdaIdentifier[] {
    return this.header.templateIds.filter(({ root }) => root === undefined || !COMMON_TEMPLATES.includes(root));
  }

  hasTemplate(root: string): boolean {
    return this.header.templateIds.some((id) => id.root === root);
  }

  /** The carried file of a level 1. */
  get body(): CdaMedia | undefined {
    const [text] = this.elements('cda:component/cda:nonXMLBody/cda:text');
    return text && toMedia(text);
  }

  /** The PDF copies of a level 3: media of the sections of template 1.2.250.1.213.1.1.2.243. */
  get pdfCopies(): readonly CdaMedia[] {
    const section = `cda:component/cda:structuredBody/descendant::cda:section[cda:templateId/@root='${PDF_COPY_TEMPLATE}']`;
    return this.elements(`${section}//cda:observationMedia/cda:value`).map(toMedia);
  }

  /** Sections of a level 3 in document order, nested ones after the one they are in. */
  get sections(): readonly XmlElement[] {
    return this.elements('cda:component/cda:structuredBody//cda:section');
  }

  /** Narrative of a section: `section/text`, whose content is the legal reference. */
  narrativeOf(section: XmlElement): XmlElement | undefined {
    return this.elements('cda:text', section)[0];
  }

  /** Evaluates XPath 1.0 with the prefixes of CDA_NAMESPACES; the context is ClinicalDocument unless given. */
  evaluate(expression: string | XmlXPath, context: XmlNode = this.root): XPathValue {
    return this.tree.evaluate(expression, context);
  }

  find(expression: string | XmlXPath, context: XmlNode = this.root): XmlNode[] {
    return this.tree.find(expression, context);
  }

  elements(expression: string | XmlXPath, context: XmlNode = this.root): XmlElement[] {
    return this.tree.find(expression, context).filter(isElement);
  }

  /** Text of the first node, empty when there is none. */
  text(expression: string | XmlXPath, context: XmlNode = this.root): string {
    return this.tree.text(expression, context);
  }

  test(expression: string | XmlXPath, context: XmlNode = this.root): boolean {
    return this.tree.test(expression, context);
  }

  /** Place of a node in the original bytes, with the path people read. */
  locate(node: XmlNode): Location {
    return this.tree.locate(node);
  }

  excerpt(location: Location): Excerpt | undefined {
    return this.tree.excerpt(location);
  }
}

function toMedia(node: XmlElement): CdaMedia {
  return {
    mediaType: attributeOf(node, 'mediaType'),
    representation: attributeOf(node, 'representation'),
    node,
    decode: () => decodeBase64(ownText(node)),
  };
}

/** Text of the element itself: an ED may hold a reference and a thumbnail too. */
function ownText(element: XmlElement): string {
  const { XmlText, XmlCData } = xmlLibrary();
  let text = '';
  for (let child = element.firstChild; child; child = child.next) {
    if (child instanceof XmlText || child instanceof XmlCData) text += child.content;
  }
  return text;
}

export function isElement(node: XmlNode): node is XmlElement {
  return node instanceof xmlLibrary().XmlElement;
}

function isClinicalDocument(element: XmlElement): boolean {
  return element.name === 'ClinicalDocument' && element.namespaceUri === CDA_NAMESPACE;
}

function wrapperOf(root: XmlElement): 'stylesheet' | 'signature' | undefined {
  if (root.namespaceUri === CDA_NAMESPACES.xsl && (root.name === 'stylesheet' || root.name === 'transform'))
    return 'stylesheet';
  return root.namespaceUri === CDA_NAMESPACES.ds && root.name === 'Signature' ? 'signature' : undefined;
}
