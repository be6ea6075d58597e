import { SaxesParser } from 'saxes';
import { makeError } from '../../core/index.js';
import { decodeXml } from '../cda/decode-xml.js';

/** An element with what a report needs of it: local names, no places. */
export interface PlainElement {
  readonly name: string;
  readonly namespace: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly PlainElement[];
  /** Text directly inside, trimmed. */
  readonly text: string;
}

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 500_000;

interface Open {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Map<string, string>;
  readonly children: PlainElement[];
  text: string;
}

/**
 * Reads XML written by another tool. Throws `xml-doctype` at any document type, `xml-malformed`, `xml-too-deep`,
 * `xml-too-many-elements`, and what `decodeXml` throws.
 */
export function readPlainXml(bytes: Uint8Array): PlainElement {
  const { text } = decodeXml(bytes);
  const parser = new SaxesParser({ xmlns: true });
  const stack: Open[] = [];
  let root: PlainElement | undefined;
  let elements = 0;
  const place = () => ({ line: parser.line, column: Math.max(1, parser.column) });
  parser.on('doctype', () => {
    throw makeError('xml-doctype', place());
  });
  parser.on('error', (cause) => {
    throw makeError('xml-malformed', { ...place(), ...NOT_WELL_FORMED }, { cause });
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    elements += 1;
    if (elements > MAX_ELEMENTS) throw makeError('xml-too-many-elements', { ...place(), limit: MAX_ELEMENTS });
    if (stack.length >= MAX_DEPTH) throw makeError('xml-too-deep', { ...place(), limit: MAX_DEPTH });
    const own = Object.values(attributes).filter(({ prefix }) => prefix !== 'xmlns');
    const named = new Map(own.map((attribute) => [attribute.local, attribute.value]));
    stack.push({ name: local, namespace: uri, attributes: named, children: [], text: '' });
  });
  const addText = (part: string) => {
    const open = stack.at(-1);
    if (open) open.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (!closed) return;
    const element = { ...closed, text: closed.text.trim() };
    const parent = stack.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  parser.write(text).close();
  if (!root) throw makeError('xml-malformed', { line: 1, column: 1, ...NOT_WELL_FORMED });
  return root;
}

const NOT_WELL_FORMED = { reasonFr: 'XML mal formé', reasonEn: 'XML not well formed' };

export function childrenOf(element: PlainElement, name: string): readonly PlainElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Text of the first child of that name; undefined when it has none. */
export function childText(element: PlainElement, name: string): string | undefined {
  const text = childrenOf(element, name)[0]?.text;
  return text === '' ? undefined : text;
}
