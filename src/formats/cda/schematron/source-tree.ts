import { posix } from 'node:path';
import { makeError } from '../../../core/index.js';
import { isElement } from '../cda-document.js';
import { attributeOf } from '../cda-values.js';
import { readXml } from '../read-xml.js';
import { xmlLibrary } from '../xml-library.js';
import type { XmlElement, XmlTree } from '../xml-tree.js';
import { KIT_LIMITS } from './kit-limits.js';

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
 * Throws `cda-kit-invalid`. `loadXmlLibrary` must have been awaited.
 */
export function readSchema(source: KitSource, file: string): SourceSchema {
  const missing: string[] = [];
  const text = source.text(file);
  if (text === undefined) throw kitError(source, file, 'fichier absent', 'no such file');
  const root = readRoot(text, file, 0);
  return { root, missing };

  function readRoot(content: string, path: string, depth: number): SourceElement {
    if (depth > DEEPEST) throw kitError(source, path, 'inclusions en boucle', 'includes in a circle');
    const tree = parse(source, path, content);
    try {
      return toElement(tree.root, path, depth);
    } finally {
      tree.dispose();
    }
  }

  function toElement(element: XmlElement, path: string, depth: number): SourceElement {
    const { XmlText, XmlCData } = xmlLibrary();
    const attributes: Record<string, string> = {};
    for (const { name, prefix, value } of element.attrs) if (!prefix) attributes[name] = value;
    const children: (SourceElement | string)[] = [];
    for (let child = element.firstChild; child; child = child.next) {
      if (child instanceof XmlText || child instanceof XmlCData) children.push(child.content);
      if (!isElement(child) || child.namespaceUri !== SCHEMATRON) continue;
      const next = child.name === 'include' ? included(child, path, depth) : toElement(child, path, depth);
      if (next) children.push(next);
    }
    return { name: element.name, attributes, children };
  }

  function included(element: XmlElement, path: string, depth: number): SourceElement | undefined {
    const [href = '', fragment] = (attributeOf(element, 'href') ?? '').split('#');
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

function withId(element: SourceElement, id: string): SourceElement | undefined {
  if (element.attributes.id === id) return element;
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : withId(child, id);
    if (found) return found;
  }
  return undefined;
}

function parse(source: KitSource, file: string, text: string): XmlTree {
  if (/<!DOCTYPE|<!ENTITY/.test(text)) throw kitError(source, file, 'DOCTYPE refusé', 'DOCTYPE refused');
  try {
    return readXml(Buffer.from(text), { limits: KIT_LIMITS });
  } catch (cause) {
    throw kitError(source, file, 'XML mal formé', 'malformed XML', cause);
  }
}

export function kitError({ kit }: KitSource, file: string, fr: string, en: string, cause?: unknown) {
  return makeError('cda-kit-invalid', { kit, file, reasonFr: fr, reasonEn: en }, { cause });
}
