import type { XmlDocument } from 'libxml2-wasm';
import { makeError } from '../../core/index.js';
import { type DecodedXml, decodeXml } from './decode-xml.js';
import { DEFAULT_XML_LIMITS, type XmlLimits } from './limits.js';
import { scanXml } from './scan-xml.js';
import { xmlLibrary } from './xml-library.js';
import { XmlTree, type XmlTreeOptions } from './xml-tree.js';

export interface ReadXmlOptions extends XmlTreeOptions {
  readonly limits?: Partial<XmlLimits>;
}

/**
 * Reads one XML document from hostile bytes: decoded strictly, document types refused before any parser sees them, then
 * parsed by libxml2, which can reach neither files nor addresses. The tree holds WebAssembly memory: `dispose()` it.
 * Throws the `xml-…` errors of the table, all of the family `document`.
 */
export function readXml(bytes: Uint8Array, options: ReadXmlOptions = {}): XmlTree {
  const limits = { ...DEFAULT_XML_LIMITS, ...options.limits };
  if (bytes.byteLength > limits.maxBytes)
    throw makeError('xml-too-large', { size: bytes.byteLength, limit: limits.maxBytes });
  const decoded = decodeXml(bytes);
  const elements = scanXml(decoded, limits);
  return new XmlTree(parse(decoded, bytes), decoded, elements, options);
}

/** libxml2 opens text nodes above 10 MB only when asked to. */
const LARGE_TEXT = 9_000_000;

function parse(decoded: DecodedXml, bytes: Uint8Array): XmlDocument {
  const { XmlDocument, ParseOption, XmlParseError } = xmlLibrary();
  const option =
    ParseOption.XML_PARSE_NONET |
    ParseOption.XML_PARSE_NO_XXE |
    ParseOption.XML_PARSE_NO_SYS_CATALOG |
    ParseOption.XML_PARSE_IGNORE_ENC |
    ParseOption.XML_PARSE_BIG_LINES |
    (decoded.text.length > LARGE_TEXT ? ParseOption.XML_PARSE_HUGE : 0);
  try {
    // UTF-8 that decoded strictly is the very text that was scanned, and need not be encoded again.
    if (decoded.encoding !== 'UTF-8') return XmlDocument.fromString(decoded.text, { option });
    const content = decoded.hasByteOrderMark ? bytes.subarray(3) : bytes;
    return XmlDocument.fromBuffer(content, { option, encoding: 'UTF-8' });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const { line = 1, col = 1 } = error.details[0] ?? {};
    // The library's own message may quote the document: it stays in the cause, which is never shown.
    throw makeError('xml-malformed', { line, column: Math.max(col, 1), ...NOT_WELL_FORMED }, { cause: error });
  }
}

const NOT_WELL_FORMED = {
  reasonFr: 'caractère interdit, attribut répété, entité ou préfixe non déclaré',
  reasonEn: 'forbidden character, repeated attribute, undeclared entity or prefix',
};
