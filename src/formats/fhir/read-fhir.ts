import type { FhirDocument } from './document.js';
import { type ReadFhirOptions, readFhirJson } from './read-json.js';
import { readFhirXml } from './read-xml.js';

const MARK = [0xef, 0xbb, 0xbf];

/** Reads JSON or XML, told apart by the first byte that is not blank. Throws document errors only. */
export function readFhir(bytes: Uint8Array, options: ReadFhirOptions = {}): FhirDocument {
  let at = MARK.every((byte, index) => bytes[index] === byte) ? MARK.length : 0;
  while (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 10 || bytes[at] === 13) at++;
  return bytes[at] === 0x3c ? readFhirXml(bytes, options) : readFhirJson(bytes, options);
}
