import type { XsdValidator } from 'libxml2-wasm';
import { makeError } from '../../../core/index.js';
import type { CdaDocument } from '../cda-document.js';
import { xmlLibrary } from '../xml-library.js';
import { brokenReferences } from './broken-references.js';
import { readLibxml2Message } from './libxml2-messages.js';
import type { XsdEngine, XsdIssue } from './xsd-engine.js';

export type XsdTexts = Readonly<Record<string, string>>;

/** Issues kept of one document; a document of another kind altogether must not fill the memory. */
const MAX_ISSUES = 1000;

const engines = new WeakMap<XsdTexts, Libxml2Engine>();

/**
 * The engine of a set of XSD texts by path, compiled at its first use and kept; `main` includes the others.
 * `loadXmlLibrary` must have been awaited. Throws the library's errors for a schema that is wrong.
 */
export function libxml2Engine(xsd: XsdTexts, main = 'cda.xsd'): Libxml2Engine {
  let engine = engines.get(xsd);
  if (!engine) {
    engine = new Libxml2Engine(compile(xsd, main));
    engines.set(xsd, engine);
  }
  return engine;
}

/** The built-in engine: no Java, no file, no network. */
export class Libxml2Engine implements XsdEngine {
  readonly name = 'libxml2';

  constructor(private readonly validator: XsdValidator) {}

  async validate(document: CdaDocument): Promise<readonly XsdIssue[]> {
    return this.validateNow(document);
  }

  /** Validates the ClinicalDocument element alone, whatever stands around it, or the element given. */
  validateNow(document: CdaDocument, element = document.root): readonly XsdIssue[] {
    const { XmlValidateError } = xmlLibrary();
    try {
      this.validator.validate(element);
      return brokenReferences(document);
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return [...toIssues(document, error.details), ...brokenReferences(document)];
    }
  }
}

interface Detail {
  readonly message: string;
  readonly xpath?: string;
}

function toIssues(document: CdaDocument, details: readonly Detail[]): XsdIssue[] {
  const issues: XsdIssue[] = [];
  let last = '';
  for (const { message, xpath = '' } of details.slice(0, MAX_ISSUES)) {
    const read = readLibxml2Message(message);
    // A value is told twice, by the facet it breaks and by its type; so is a type that does not exist.
    const place = `${read.kind} ${xpath} ${read.kind === 'bad-value' ? (read.attribute ?? '') : ''}`;
    const isToldTwice = read.kind === 'bad-value' || read.kind === 'wrong-type';
    if (isToldTwice && place === last) continue;
    last = place;
    const index = document.tree.indexOfNodePath(xpath) ?? 0;
    issues.push({ ...read, location: document.tree.locateElement(index, read.attributeAsWritten) });
  }
  return issues;
}

const SCHEME = 'epreuve-xsd:/';

/**
 * Compiles in-memory texts. libxml2 asks an input provider for imported files: ours only knows these texts, and is taken
 * away before any document is read.
 */
function compile(xsd: XsdTexts, mainName: string): XsdValidator {
  const { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlCleanupInputProvider, xmlRegisterInputProvider } =
    xmlLibrary();
  const buffers = Object.entries(xsd).map(([name, text]) => [SCHEME + name, Buffer.from(text)] as const);
  const main = xsd[mainName];
  if (main === undefined) throw makeError('defect', { reason: `the schema has no ${mainName}` });
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(buffers)));
  try {
    const document = XmlDocument.fromString(main, { url: SCHEME + mainName });
    try {
      return XsdValidator.fromDoc(document);
    } finally {
      document.dispose();
    }
  } finally {
    xmlCleanupInputProvider();
  }
}
