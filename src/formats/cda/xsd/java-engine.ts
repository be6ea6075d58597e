import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Location, makeError } from '../../../core/index.js';
import type { CdaDocument } from '../cda-document.js';
import type { XsdTexts } from './libxml2-engine.js';
import { readXercesMessages, type XercesMessage } from './xerces-messages.js';
import type { XsdEngine, XsdIssue } from './xsd-engine.js';

type ValidateXml = typeof import('xsd-schema-validator').validateXML;

export interface JavaEngine extends XsdEngine {
  /** Removes the XSD files it wrote for Java. */
  dispose(): Promise<void>;
}

/**
 * Xerces through the optional package `xsd-schema-validator`: a second opinion, about a second a document. The Java
 * validator would fetch external entities, so it is only ever given the text of documents our own intake has read, which
 * have no document type. Throws `xsd-engine-missing` when the package or a JDK is not there.
 */
export async function javaEngine(xsd: XsdTexts): Promise<JavaEngine> {
  const validateXml = await loadPackage();
  const folder = await mkdtemp(join(tmpdir(), 'epreuve-xsd-'));
  for (const [name, text] of Object.entries(xsd)) await writeFile(join(folder, name), text);
  return {
    name: 'java',
    validate: (document) => validate(document, validateXml, join(folder, 'cda.xsd')),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

async function loadPackage(): Promise<ValidateXml> {
  try {
    const { default: library } = await import('xsd-schema-validator');
    await library.setup();
    return library.validateXML;
  } catch (cause) {
    throw makeError('xsd-engine-missing', { reason: reasonOf(cause) }, { cause });
  }
}

function reasonOf(cause: unknown): string {
  const isAbsent = typeof cause === 'object' && cause !== null && 'code' in cause;
  return isAbsent ? 'xsd-schema-validator' : 'JDK';
}

async function validate(document: CdaDocument, validateXml: ValidateXml, schema: string): Promise<readonly XsdIssue[]> {
  const messages = await messagesOf(() => validateXml(textOf(document), schema));
  return readXercesMessages(messages).map((message) => toIssue(document, message));
}

/** The package rejects with the messages of an invalid document; anything without messages is a fault of the engine. */
async function messagesOf(run: () => Promise<{ messages: string[] }>): Promise<readonly string[]> {
  try {
    return (await run()).messages;
  } catch (cause) {
    if (isRejection(cause)) return cause.messages;
    throw makeError('xsd-engine-missing', { reason: 'Java' }, { cause });
  }
}

function isRejection(value: unknown): value is { readonly messages: readonly string[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'messages' in value &&
    Array.isArray(value.messages) &&
    value.messages.length > 0
  );
}

/**
 * The ClinicalDocument element at its own lines and columns: everything around it is blanked, and the prefixes it takes
 * from there are declared again.
 */
function textOf(document: CdaDocument): string {
  const { text } = document.tree.source;
  const { elements } = document.tree;
  const index = document.tree.indexOf(document.root);
  const whole = elements.whole(index);
  const before = text.slice(0, whole.start).replace(/[^\r\n]/g, ' ');
  const nameEnd = whole.start + 1 + elements.qualifiedName(index).length;
  const own = document.root.nsDeclarations;
  const inherited = Object.entries(document.root.namespaces).filter(([prefix]) => !Object.hasOwn(own, prefix));
  const declarations = inherited.map(([prefix, uri]) => ` xmlns${prefix && `:${prefix}`}="${uri}"`).join('');
  return before + text.slice(whole.start, nameEnd) + declarations + text.slice(nameEnd, whole.end);
}

function toIssue(document: CdaDocument, message: XercesMessage): XsdIssue {
  const { line, column, ...facts } = message;
  const { location, element } = placeOf(document, message);
  return { ...facts, element, location };
}

/** Xerces stops after the tag it speaks of: a start tag, or the end tag of an element that lacks something. */
function placeOf(
  document: CdaDocument,
  { line, column, attribute }: XercesMessage,
): { location: Location; element: string } {
  const { tree } = document;
  const offset = tree.source.places.indexOf(line, column);
  const index = tree.elements.endingAt(offset) ?? tree.indexOf(document.root);
  return { location: tree.locateElement(index, attribute), element: tree.elements.qualifiedName(index) };
}
