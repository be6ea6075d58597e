import { isAscii, isUtf8 as isUtf8Bytes } from 'node:buffer';
import iconv from 'iconv-lite';

/**
 * A character set named by MSH-18 (table 0211). `known` is false for a name we cannot decode; text is then read as
 * UTF-8 when it is valid UTF-8, else byte by byte, so that a finding can still show something.
 */
export interface Charset {
  /** As written in the first repetition of MSH-18. */
  readonly name: string;
  /** Name for iconv-lite; `ascii` when MSH-18 is empty, `unknown` when `known` is false. */
  readonly encoding: string;
  readonly known: boolean;
  /**
   * How non-ASCII bytes are read though the name does not tell, decided once for the whole message. Absent when the
   * name tells, or when there is nothing to decide.
   */
  readonly fallback?: 'utf-8' | 'iso-8859-1';
}

/**
 * MSH-18 names (HL7 table 0211) that can travel in MLLP: every one leaves the bytes below 0x80 alone. UTF-16, UTF-32,
 * Big-5, GB 18030 and the ISO 2022 sets do not (their characters can hold the bytes of separators or of framing).
 */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ['', 'ascii'],
  ['ASCII', 'ascii'],
  ['ISO IR6', 'ascii'],
  ['8859/1', 'iso-8859-1'],
  ['8859/2', 'iso-8859-2'],
  ['8859/3', 'iso-8859-3'],
  ['8859/4', 'iso-8859-4'],
  ['8859/5', 'iso-8859-5'],
  ['8859/6', 'iso-8859-6'],
  ['8859/7', 'iso-8859-7'],
  ['8859/8', 'iso-8859-8'],
  ['8859/9', 'iso-8859-9'],
  ['8859/15', 'iso-8859-15'],
  ['UNICODE UTF-8', 'utf-8'],
]);

/** Every MSH-18 name we can read and write, the empty one (7-bit ASCII) left out. */
export const CHARSET_NAMES: readonly string[] = [...ENCODINGS.keys()].filter((name) => name !== '');

/** `bytes` are those of the whole message; with them the fallback is decided. */
export function charsetNamed(name: string, bytes?: Uint8Array): Charset {
  const encoding = ENCODINGS.get(name.trim());
  const charset = { name, encoding: encoding ?? 'unknown', known: encoding !== undefined };
  const tells = encoding !== undefined && encoding !== 'ascii';
  if (tells || bytes === undefined || isAscii(bytes)) return charset;
  return { ...charset, fallback: isUtf8Bytes(bytes) ? 'utf-8' : 'iso-8859-1' };
}

/** True when every byte sequence is well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  return isUtf8Bytes(bytes);
}

/** How bytes make characters: the encoding itself, or what the fallback decided. */
export function effectiveEncoding(charset: Charset, bytes: Uint8Array): string {
  if (charset.fallback) return charset.fallback;
  if (charset.encoding !== 'ascii' && charset.encoding !== 'unknown') return charset.encoding;
  return isUtf8Bytes(bytes) ? 'utf-8' : 'iso-8859-1';
}

/** Bytes to text; never throws. Bytes the character set cannot express become U+FFFD. */
export function decodeBytes(bytes: Uint8Array, charset: Charset): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding = effectiveEncoding(charset, bytes);
  if (encoding === 'utf-8') return buffer.toString('utf8');
  if (encoding === 'iso-8859-1') return buffer.toString('latin1');
  return iconv.decode(buffer, encoding);
}

/** Text to bytes. Characters outside the character set become `?`, which the caller must have checked before. */
export function encodeText(text: string, charset: Charset): Uint8Array {
  if (charset.encoding === 'utf-8' || charset.encoding === 'unknown') return Buffer.from(text, 'utf8');
  return iconv.encode(text, charset.encoding);
}

/** True when the text survives encoding and decoding. */
export function canEncode(text: string, charset: Charset): boolean {
  if (/^[\0-\x7f]*$/.test(text)) return true;
  if (!charset.known || charset.encoding === 'ascii') return false;
  return decodeBytes(encodeText(text, charset), charset) === text;
}
