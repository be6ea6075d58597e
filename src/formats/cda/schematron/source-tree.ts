import { posix } from 'node:path';
import { makeError } from '../../../core/index.js';
import { domLibrary } from './dom-library.js';

/** Texts of a kit, by path inside it; paths are found whatever the case of their letters. */
export interface KitSource {
  /** Name the user knows the kit by, for errors. */
  readonly kit: string;
  /** Text of a file; undefined when it is not there. */
  text(path: string): string | undefined;
}

/** An element of a schema with its includes in place. Attributes have no namespace in Schematron. */
export interface SourceElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SourceElement | string)[];
}

export interface SourceSchema {
  readonly root: SourceElement;
  /** Included files that are not there, as written. */
  readonly missing: readonly string[];
}

const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';
/** Includes of includes: real kits stay under 5. */
const DEEPEST = 20;

/**
 * A path written in a file, made a path inside the kit. Throws `cda-kit-invalid` when it leaves the kit or is an
 * address: nothing outside the folder is ever read.
 */
export function pathInKit(source: KitSource, file: string, written: string): string {
  const path = posix.normalize(posix.join(posix.dirname(file), written.replace(/\\/g, '/')));
  const isOutside = path === '..' || path.startsWith('../');
  if (isOutside || /^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(written))
    throw kitError(source, file, `« ${written} » sort du kit`, `"${written}" leaves the kit`);
  return path;
}

/**
 * Reads a schema and what it includes. An include that is not there, or is empty, is told in `missing`.
 * Throws `cda-kit-invalid`. `loadDomLibrary` must have been awaited.
 */
export function readSchema(source: KitSource, file: string): SourceSchema {
  const missing: string[] = [];
  const text = source.text(file);
  if (text === undefined) throw kitError(source, file, 'fichier absent', 'no such file');
  const root = readRoot(text, file, 0);
  return { root, missing };

  function readRoot(content: string, path: string, depth: number): SourceElement {
    if (depth > DEEPEST) throw kitError(source, path, 'inclusions en boucle', 'includes in a circle');
    return toElement(parse(source, path, content), path, depth);
  }

  function toElement(element: Element, path: string, depth: number): SourceElement {
    const attributes: Record<string, string> = {};
    for (const { name, value } of element.attributes) attributes[name] = value;
    const children: (SourceElement | string)[] = [];
    for (const child of element.childNodes) {
      if (child.nodeType === TEXT || child.nodeType === CDATA) children.push(child.nodeValue ?? '');
      if (!isSchematron(child)) continue;
      const next = child.localName === 'include' ? included(child, path, depth) : toElement(child, path, depth);
      if (next) children.push(next);
    }
    return { name: element.localName, attributes, children };
  }

  function included(element: Element, path: string, depth: number): SourceElement | undefined {
    const [href = '', fragment] = (element.getAttribute('href') ?? '').split('#');
    const target = pathInKit(source, path, href);
    const content = source.text(target);
    if (content === undefined || content.trim() === '') {
      missing.push(target);
      return undefined;
    }
    const read = readRoot(content, target, depth + 1);
    return fragment === undefined ? read : withId(read, fragment);
  }
}

/** The little of the DOM this file uses. */
interface Element {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes: readonly Element[];
  getAttribute(name: string): string | null;
}
const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

function isSchematron(node: Element): boolean {
  return node.nodeType === ELEMENT && node.namespaceURI === SCHEMATRON;
}

function withId(element: SourceElement, id: string): SourceElement | undefined {
  if (element.attributes.id === id) return element;
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : withId(child, id);
    if (found) return found;
  }
  return undefined;
}

function parse(source: KitSource, file: string, text: string): Element {
  if (/<!DOCTYPE|<!ENTITY/.test(text)) throw kitError(source, file, 'DOCTYPE refusé', 'DOCTYPE refused');
  const { parseXmlDocument } = domLibrary().slimdom;
  try {
    const { documentElement } = parseXmlDocument(text.replace(/^\ufeff/, ''));
    if (!documentElement) throw new Error('no element');
    return documentElement as unknown as Element;
  } catch (cause) {
    throw kitError(source, file, 'XML mal formé', 'malformed XML', cause);
  }
}

export function kitError({ kit }: KitSource, file: string, fr: string, en: string, cause?: unknown) {
  return makeError('cda-kit-invalid', { kit, file, reasonFr: fr, reasonEn: en }, { cause });
}
