import { makeError } from '../../core/index.js';
import type { FhirLimits } from './limits.js';

/** Text of a FHIR document. FHIR is always UTF-8 (R4 json.html, xml.html). */
export interface DecodedText {
  readonly text: string;
  readonly byteLength: number;
  /** 3 when a byte order mark stands in front. */
  readonly lead: number;
}

/** Throws `fhir-too-large` and `fhir-bad-encoding`. */
export function decodeFhir(bytes: Uint8Array, { maxBytes }: FhirLimits): DecodedText {
  if (bytes.byteLength > maxBytes) throw makeError('fhir-too-large', { size: bytes.byteLength, limit: maxBytes });
  const lead = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  try {
    // The decoder takes the mark away by itself.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), byteLength: bytes.byteLength, lead };
  } catch (cause) {
    throw makeError('fhir-bad-encoding', badByte(bytes), { cause });
  }
}

/** The first byte that is not UTF-8, found by halving: a prefix is good or holds it. */
function badByte(bytes: Uint8Array): { offset: number; line: number } {
  let low = 0;
  let high = bytes.byteLength;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  // The prefix may end inside the bad character: back to where that one starts.
  while (low > 0 && !isUtf8(bytes.subarray(0, low), false)) low -= 1;
  let line = 1;
  for (let at = 0; at < low; at++) if (bytes[at] === 10) line += 1;
  return { offset: low, line };
}

/** With `mayBeCut`, a character cut at the end is no mistake. */
function isUtf8(bytes: Uint8Array, mayBeCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayBeCut });
    return true;
  } catch {
    return false;
  }
}
