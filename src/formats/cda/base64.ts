/** Why a text is not the base64 of RFC 4648 with line breaks allowed. */
export type Base64Fault = 'empty' | 'foreign-character' | 'bad-length';

export type DecodedBase64 =
  | { readonly bytes: Uint8Array; readonly fault?: undefined }
  | { readonly bytes?: undefined; readonly fault: Base64Fault };

/**
 * Decodes strictly: Buffer.from alone skips what it does not know. With `unpadded`, a text without its last `=` decodes
 * too.
 */
export function decodeBase64(text: string, { unpadded = false } = {}): DecodedBase64 {
  const packed = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  if (packed === '') return { fault: 'empty' };
  const padding = packed.endsWith('==') ? 2 : packed.endsWith('=') ? 1 : 0;
  if (/[^A-Za-z0-9+/]/.test(padding > 0 ? packed.slice(0, -padding) : packed)) return { fault: 'foreign-character' };
  const rest = packed.length % 4;
  if (rest !== 0 && !(unpadded && padding === 0 && rest > 1)) return { fault: 'bad-length' };
  return { bytes: Buffer.from(packed, 'base64') };
}
