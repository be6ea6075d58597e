import type { DetectedFormat } from './detect-format.js';

const CDA_NAMESPACE = 'urn:hl7-org:v3';
const XSLT_NAMESPACE = 'http://www.w3.org/1999/XSL/Transform';
const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';
const FHIR_NAMESPACE = 'http://hl7.org/fhir';

/** Namespaces of a real root stand in far fewer characters; a hostile one must not take time. */
const MAX_ROOT = 16_384;
const DOCTYPE_CDA = /<!DOCTYPE\s{1,20}(?:[\w.-]{1,50}:)?ClinicalDocument[\s>[]/;

/** Reads up to the root start tag; nothing is expanded. `text` starts with `<`. */
export function detectXml(text: string): DetectedFormat {
  const root = findRoot(text);
  // A long document type hides the root, and names it: what it is meant to be is then judged, and refused.
  if (!root && DOCTYPE_CDA.test(text.slice(0, 2000)))
    return { format: 'cda', why: { fr: 'DOCTYPE ClinicalDocument', en: 'DOCTYPE ClinicalDocument' } };
  if (!root)
    return {
      format: 'xml',
      why: { fr: 'XML dont la racine n’est pas au début', en: 'XML whose root is not near the start' },
    };
  const namespace = namespaceOf(root);
  if (namespace === CDA_NAMESPACE && root.localName === 'ClinicalDocument') {
    return { format: 'cda', why: { fr: 'racine ClinicalDocument de HL7 v3', en: 'root ClinicalDocument of HL7 v3' } };
  }
  if (mayWrapCda(root, namespace) && /<(?:[^\s<>/]{1,50}:)?ClinicalDocument[\s>]/.test(text)) {
    const fr = `document CDA contenu dans ${root.prefix}:${root.localName}`;
    return { format: 'cda', why: { fr, en: `CDA document inside ${root.prefix}:${root.localName}` } };
  }
  if (namespace === FHIR_NAMESPACE) {
    return { format: 'fhir-xml', why: { fr: 'racine dans l’espace de noms FHIR', en: 'root in the FHIR namespace' } };
  }
  if (root.localName === 'ClinicalDocument') {
    const fr = 'racine ClinicalDocument, mais hors de l’espace de noms urn:hl7-org:v3';
    return { format: 'xml', why: { fr, en: 'root ClinicalDocument, but outside the namespace urn:hl7-org:v3' } };
  }
  return { format: 'xml', why: { fr: 'XML ni CDA ni FHIR', en: 'XML, neither CDA nor FHIR' } };
}

/** Roots a CDA document may stand in: its own style sheet, or its signature (reference §1.0). */
function mayWrapCda({ localName }: Root, namespace: string | undefined): boolean {
  if (namespace === XSLT_NAMESPACE) return localName === 'stylesheet' || localName === 'transform';
  return namespace === SIGNATURE_NAMESPACE && localName === 'Signature';
}

interface Root {
  readonly prefix: string;
  readonly localName: string;
  readonly attributes: string;
}

/** Passes the declaration, comments, processing instructions and a document type, each byte once. */
function findRoot(text: string): Root | undefined {
  let at = 0;
  while (at >= 0 && at < text.length) {
    at = text.indexOf('<', at);
    if (at < 0) return undefined;
    if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<!', at)) at = afterDocumentType(text, at);
    else return readTag(text, at);
  }
  return undefined;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** To the `>` that closes the document type, beyond its internal subset; quoted text may hold anything. */
function afterDocumentType(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1);
      if (at < 0) return -1;
    } else if (char === '<' || char === '[') depth++;
    else if (char === ']') depth--;
    else if (char === '>' && --depth <= 0) return at + 1;
  }
  return -1;
}

function readTag(text: string, at: number): Root | undefined {
  const name = /^[^\s/>"'=<]{1,200}/.exec(text.slice(at + 1, at + 201))?.[0];
  if (name === undefined) return undefined;
  const colon = name.indexOf(':');
  const end = endOfTag(text, at);
  return {
    prefix: colon < 0 ? '' : name.slice(0, colon),
    localName: name.slice(colon + 1),
    attributes: text.slice(at + 1 + name.length, Math.min(end, at + MAX_ROOT)),
  };
}

function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '>') return at;
    if (char !== '"' && char !== "'") continue;
    at = text.indexOf(char, at + 1);
    if (at < 0) return text.length;
  }
  return text.length;
}

function namespaceOf({ prefix, attributes }: Root): string | undefined {
  const wanted = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (const [, name, quoted = ''] of attributes.matchAll(
    /([^\s=]{1,200})\s{0,50}=\s{0,50}("[^"]{0,500}"|'[^']{0,500}')/g,
  )) {
    if (name === wanted) return quoted.slice(1, -1);
  }
  return undefined;
}
