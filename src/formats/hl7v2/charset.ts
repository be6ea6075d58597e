import iconv from 'iconv-lite';

/**
 * A character set named by MSH-18 (table 0211). `known` is false for a name we cannot decode; text is then read as
 * UTF-8 when it is valid UTF-8, else byte by byte, so that a finding can still show something.
 */
export interface Charset {
  /** As written in the first repetition of MSH-18. */
  readonly name: string;
  /** Name for iconv-lite; `ascii` when MSH-18 is empty. */
  readonly encoding: string;
  readonly known: boolean;
}

/** MSH-18 names (HL7 table 0211) that can travel in MLLP: every one leaves the bytes below 0x80 alone. */
const ENCODINGS: Readonly<Record<string, string>> = {
  '': 'ascii',
  ASCII: 'ascii',
  '8859/1': 'iso-8859-1',
  '8859/2': 'iso-8859-2',
  '8859/3': 'iso-8859-3',
  '8859/4': 'iso-8859-4',
  '8859/5': 'iso-8859-5',
  '8859/6': 'iso-8859-6',
  '8859/7': 'iso-8859-7',
  '8859/8': 'iso-8859-8',
  '8859/9': 'iso-8859-9',
  '8859/15': 'iso-8859-15',
  'UNICODE UTF-8': 'utf-8',
};

export function charsetNamed(name: string): Charset {
  const encoding = ENCODINGS[name.trim()];
  return { name, encoding: encoding ?? 'unknown', known: encoding !== undefined };
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** True when every byte sequence is well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes to text; never throws. Bytes the character set cannot express become U+FFFD. */
export function decodeBytes(bytes: Uint8Array, charset: Charset): string {
  if (charset.encoding === 'utf-8')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (charset.encoding === 'ascii' || charset.encoding === 'unknown') {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(isUtf8(bytes) ? 'utf8' : 'latin1');
  }
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset.encoding);
}

/** Text to bytes. Characters outside the character set become `?`, which the caller must have checked before. */
export function encodeText(text: string, charset: Charset): Uint8Array {
  if (charset.encoding === 'utf-8' || charset.encoding === 'unknown') return Buffer.from(text, 'utf8');
  return iconv.encode(text, charset.encoding);
}
