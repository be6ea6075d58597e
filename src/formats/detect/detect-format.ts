import type { Text } from '../../core/index.js';
import { detectJson } from './detect-json.js';
import { detectXml } from './detect-xml.js';

export type DocumentFormat = 'hl7v2' | 'cda' | 'fhir-json' | 'fhir-xml' | 'fhir-ndjson' | 'xml' | 'json' | 'unknown';

export interface DetectedFormat {
  readonly format: DocumentFormat;
  /** What the choice rests on, for people. Holds nothing of the document but names of the standards. */
  readonly why: Text;
}

/** Bytes looked at; nothing beyond is read, whatever the size of the file. */
const HEAD_BYTES = 64 * 1024;

/**
 * The format of a document from its first bytes; the name decides nothing, it only makes the reason clearer when the
 * content is not recognised. Never throws, parses nothing, resolves no entity.
 */
export function detectFormat(bytes: Uint8Array, name: string): DetectedFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES));
  if (head.length === 0) return unknown('le fichier est vide', 'the file is empty');
  const text = readHead(head);
  const start = text.trimStart();
  if (start === '')
    return unknown('le début du fichier ne contient que des blancs', 'the start of the file holds only blanks');
  if (start.startsWith('<')) return detectXml(start);
  if (start.startsWith('{') || start.startsWith('[')) return detectJson(start, bytes.byteLength > HEAD_BYTES);
  return detectHl7v2(text) ?? unrecognised(head, name);
}

/** One character per byte, but for UTF-16 with its mark, which XML and JSON may use. */
function readHead(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le', 2);
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(2, head.length - (head.length % 2)))
      .swap16()
      .toString('utf16le');
  return head.toString('latin1', head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0);
}

/** At the start of a line, after blanks, or after the VT of an MLLP frame. */
const HEADER = /(?:^|[\r\n\x0b])[ \t]*(MSH|FHS|BHS)[^\s\w]/;

function detectHl7v2(text: string): DetectedFormat | undefined {
  const match = HEADER.exec(text);
  if (!match) return undefined;
  const segment = match[1];
  const isFirst = text.slice(0, match.index).trim() === '';
  const where = isFirst ? { fr: 'commence par', en: 'starts with' } : { fr: 'contient une ligne', en: 'has a line' };
  return {
    format: 'hl7v2',
    why: { fr: `le fichier ${where.fr} ${segment}`, en: `the file ${where.en} ${segment}` },
  };
}

const EXPECTED: readonly [RegExp, Text][] = [
  [/\.(hl7|er7)$/i, { fr: 'un message HL7 v2 (segment MSH)', en: 'an HL7 v2 message (MSH segment)' }],
  [/\.(xml|cda)$/i, { fr: 'un document XML (« < »)', en: 'an XML document ("<")' }],
  [/\.(ndjson|json)$/i, { fr: 'un document JSON (« { »)', en: 'a JSON document ("{")' }],
];

function unrecognised(head: Buffer, name: string): DetectedFormat {
  if (head.includes(0)) return unknown('le contenu est binaire', 'the content is binary');
  const expected = EXPECTED.find(([pattern]) => pattern.test(name))?.[1];
  if (!expected) {
    return unknown('ni segment MSH, ni XML, ni JSON au début', 'no MSH segment, no XML and no JSON at the start');
  }
  return unknown(
    `le nom annonce ${expected.fr}, absent du début`,
    `the name announces ${expected.en}, absent from the start`,
  );
}

function unknown(fr: string, en: string): DetectedFormat {
  return { format: 'unknown', why: { fr, en } };
}
