import type { CdaDocument, DecodedBase64 } from '../../../formats/cda/index.js';

const decoded = new WeakMap<CdaDocument, DecodedBase64>();

/** The carried file of a level 1, decoded once; undefined when there is no `nonXMLBody/text`. */
export function bodyOf(document: CdaDocument): DecodedBase64 | undefined {
  let body = decoded.get(document);
  if (!body) {
    body = document.body?.decode();
    if (body) decoded.set(document, body);
  }
  return body;
}

/** Bytes of the carried file when it is base64 and of this media type. */
export function bytesOf(document: CdaDocument, mediaType: string): Uint8Array | undefined {
  return document.body?.mediaType === mediaType ? bodyOf(document)?.bytes : undefined;
}
