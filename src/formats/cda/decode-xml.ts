import { makeError } from '../../core/index.js';
import { TextPlaces } from './text-places.js';

export const XML_ENCODINGS = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'US-ASCII',
  'ISO-8859-1',
  'ISO-8859-15',
  'windows-1252',
] as const;
export type XmlEncoding = (typeof XML_ENCODINGS)[number];

/** The text of a document and how its bytes hold it. */
export interface DecodedXml {
  /** Without its byte order mark. */
  readonly text: string;
  /** What the bytes are in. */
  readonly encoding: XmlEncoding;
  /** What the XML declaration says, as written; absent when it says nothing. */
  readonly declaredEncoding?: string;
  readonly hasByteOrderMark: boolean;
  readonly places: TextPlaces;
}

/**
 * Decodes an XML document strictly: the scan for a document type and the parser then read the very same characters, so
 * that no exotic encoding can hide a declaration from one of them. Throws `xml-encoding-unsupported`,
 * `xml-encoding-mismatch`, `xml-bad-byte` and `xml-nul`.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const family = familyOf(buffer);
  const declared = declaredEncoding(buffer, family);
  const encoding = chooseEncoding(family, declared);
  const lead = family.lead;
  const text = decodeText(buffer.subarray(lead), encoding, lead);
  const nul = text.indexOf('\0');
  const places = new TextPlaces(text, encoding, lead, bytes.byteLength);
  if (nul >= 0) throw makeError('xml-nul', { offset: places.byteOffset(nul), ...places.lineAndColumn(nul) });
  return {
    text,
    encoding,
    ...(declared !== undefined && { declaredEncoding: declared }),
    hasByteOrderMark: lead > 0,
    places,
  };
}

/** What the first bytes alone tell (XML 1.0, appendix F). */
interface Family {
  readonly kind: 'utf-8' | 'utf-16le' | 'utf-16be' | 'ascii';
  /** Bytes of the byte order mark. */
  readonly lead: number;
}

function familyOf(bytes: Buffer): Family {
  const head = bytes.toString('hex', 0, 4);
  if (head === '0000feff' || head === 'fffe0000' || head === '0000003c' || head === '3c000000')
    throw makeError('xml-encoding-unsupported', { encoding: 'UTF-32' });
  if (head === '4c6fa794') throw makeError('xml-encoding-unsupported', { encoding: 'EBCDIC' });
  if (head.startsWith('efbbbf')) return { kind: 'utf-8', lead: 3 };
  if (head.startsWith('fffe')) return { kind: 'utf-16le', lead: 2 };
  if (head.startsWith('feff')) return { kind: 'utf-16be', lead: 2 };
  if (/^3c00(?!0000)[0-9a-f]{4}$/.test(head)) return { kind: 'utf-16le', lead: 0 };
  if (/^003c00..$/.test(head)) return { kind: 'utf-16be', lead: 0 };
  return { kind: 'ascii', lead: 0 };
}

/** An XML declaration is short; a longer search would only find something else. */
const DECLARATION_BYTES = 400;
const ENCODING = /^<\?xml\s[^>]{0,200}?\sencoding\s{0,20}=\s{0,20}["']([A-Za-z][A-Za-z0-9._-]{0,40})["']/;

function declaredEncoding(bytes: Buffer, { kind, lead }: Family): string | undefined {
  const head = bytes.subarray(lead, lead + DECLARATION_BYTES);
  // In the 16-bit families every other byte is zero as long as the text is the ASCII of a declaration.
  const text = kind.startsWith('utf-16') ? head.toString('latin1').replaceAll('\0', '') : head.toString('latin1');
  return ENCODING.exec(text)?.[1];
}

const BY_NAME: Readonly<Record<string, XmlEncoding | 'UTF-16'>> = {
  'utf-8': 'UTF-8',
  utf8: 'UTF-8',
  'us-ascii': 'US-ASCII',
  ascii: 'US-ASCII',
  'iso-8859-1': 'ISO-8859-1',
  'iso8859-1': 'ISO-8859-1',
  latin1: 'ISO-8859-1',
  'iso-8859-15': 'ISO-8859-15',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'utf-16': 'UTF-16',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
};

function chooseEncoding({ kind, lead }: Family, declared: string | undefined): XmlEncoding {
  const actual = kind === 'utf-16le' ? 'UTF-16LE' : kind === 'utf-16be' ? 'UTF-16BE' : 'UTF-8';
  if (declared === undefined) return actual;
  const name = declared.toLowerCase();
  const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (known === undefined) throw makeError('xml-encoding-unsupported', { encoding: declared });
  const is16 = actual !== 'UTF-8';
  const fits = is16 ? known === 'UTF-16' || known === actual : !known.startsWith('UTF-16');
  if (!fits || (lead === 3 && known !== 'UTF-8')) {
    throw makeError('xml-encoding-mismatch', { declared, actual: is16 || lead > 0 ? actual : '8 bits' });
  }
  return known === 'UTF-16' ? actual : known;
}

const LABELS: Readonly<Record<XmlEncoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  'US-ASCII': 'utf-8',
  'ISO-8859-1': 'latin1',
  'ISO-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
};

function decodeText(bytes: Buffer, encoding: XmlEncoding, lead: number): string {
  // The decoders' own label latin1 means windows-1252.
  if (encoding === 'ISO-8859-1') return bytes.toString('latin1');
  const bad = encoding === 'US-ASCII' ? bytes.findIndex((byte) => byte > 0x7f) : -1;
  if (bad < 0) {
    try {
      return new TextDecoder(LABELS[encoding], { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw badByte(bytes, encoding, lead, firstBadByte(bytes, encoding));
    }
  }
  throw badByte(bytes, encoding, lead, bad);
}

function badByte(bytes: Buffer, encoding: XmlEncoding, lead: number, offset: number): Error {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line += 1;
  return makeError('xml-bad-byte', { encoding, offset: lead + offset, line });
}

/** The first byte that does not decode, found by halving: a prefix is good or holds it. */
function firstBadByte(bytes: Buffer, encoding: XmlEncoding): number {
  let low = 0;
  let high = bytes.byteLength;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(bytes.subarray(0, middle), encoding, true)) low = middle;
    else high = middle - 1;
  }
  // The prefix may end inside the bad character: back to where that one starts.
  while (low > 0 && !decodes(bytes.subarray(0, low), encoding, false)) low -= 1;
  return low;
}

/** With `mayBeCut`, a character cut at the end is no mistake. */
function decodes(bytes: Buffer, encoding: XmlEncoding, mayBeCut: boolean): boolean {
  try {
    new TextDecoder(LABELS[encoding], { fatal: true }).decode(bytes, { stream: mayBeCut });
    return true;
  } catch {
    return false;
  }
}
